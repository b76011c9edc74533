// Names of files as texts. There are no files in an image, but programs take names apart.

using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace System.IO;

public static class Path
{
    public static readonly char DirectorySeparatorChar = '/';
    public static readonly char AltDirectorySeparatorChar = '/';
    public static readonly char VolumeSeparatorChar = '/';
    public static readonly char PathSeparator = ':';

    public static char[] GetInvalidFileNameChars() => ['\0', '/'];
    public static char[] GetInvalidPathChars() => ['\0'];

    public static bool IsPathRooted([NotNullWhen(true)] string? path) => IsPathRooted(path.AsSpan());
    public static bool IsPathRooted(ReadOnlySpan<char> path) => path.StartsWith('/');

    public static bool IsPathFullyQualified(string path)
    {
        ArgumentNullException.ThrowIfNull(path, nameof(path));
        return IsPathRooted(path);
    }

    public static bool IsPathFullyQualified(ReadOnlySpan<char> path) => IsPathRooted(path);

    public static ReadOnlySpan<char> GetPathRoot(ReadOnlySpan<char> path) => IsPathRooted(path) ? "/" : default;
    public static string? GetPathRoot(string? path) => string.IsNullOrEmpty(path) ? null : IsPathRooted(path) ? "/" : "";

    public static ReadOnlySpan<char> GetFileName(ReadOnlySpan<char> path) => path.Slice(path.LastIndexOf('/') + 1);

    [return: NotNullIfNotNull(nameof(path))]
    public static string? GetFileName(string? path) => path is null ? null : new string(GetFileName(path.AsSpan()));

    private static int DotOf(ReadOnlySpan<char> path)
    {
        int dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') ? dot : -1;
    }

    public static ReadOnlySpan<char> GetExtension(ReadOnlySpan<char> path)
    {
        int dot = DotOf(path);
        return dot < 0 || dot == path.Length - 1 ? default : path.Slice(dot);
    }

    [return: NotNullIfNotNull(nameof(path))]
    public static string? GetExtension(string? path) => path is null ? null : new string(GetExtension(path.AsSpan()));

    public static bool HasExtension([NotNullWhen(true)] string? path) => path is not null && HasExtension(path.AsSpan());
    public static bool HasExtension(ReadOnlySpan<char> path) => !GetExtension(path).IsEmpty;

    public static ReadOnlySpan<char> GetFileNameWithoutExtension(ReadOnlySpan<char> path)
    {
        ReadOnlySpan<char> name = GetFileName(path);
        int dot = name.LastIndexOf('.');
        return dot < 0 ? name : name.Slice(0, dot);
    }

    [return: NotNullIfNotNull(nameof(path))]
    public static string? GetFileNameWithoutExtension(string? path) => path is null ? null : new string(GetFileNameWithoutExtension(path.AsSpan()));

    [return: NotNullIfNotNull(nameof(path))]
    public static string? ChangeExtension(string? path, string? extension)
    {
        if (string.IsNullOrEmpty(path)) return path;
        int dot = DotOf(path);
        ReadOnlySpan<char> stem = dot < 0 ? path : path.AsSpan(0, dot);
        if (extension is null) return new string(stem);
        return extension.StartsWith('.') ? string.Concat(stem, extension) : string.Concat(stem, ".", extension);
    }

    public static ReadOnlySpan<char> GetDirectoryName(ReadOnlySpan<char> path)
    {
        int end = path.LastIndexOf('/');
        if (end < 0 || path.Length == 1) return default;
        if (end == 0) return "/";
        while (end > 1 && path[end - 1] == '/') end--;
        return path.Slice(0, end);
    }

    public static string? GetDirectoryName(string? path)
    {
        if (string.IsNullOrEmpty(path) || path == "/") return null;
        ReadOnlySpan<char> result = GetDirectoryName(path.AsSpan());
        StringBuilder text = new(result.Length);
        for (int i = 0; i < result.Length; i++)
            if (result[i] != '/' || i == 0 || result[i - 1] != '/') text.Append(result[i]);
        return text.ToString();
    }

    public static string Combine(string path1, string path2) => Combine(path1, path2, "", "");
    public static string Combine(string path1, string path2, string path3) => Combine(path1, path2, path3, "");

    public static string Combine(string path1, string path2, string path3, string path4)
    {
        ArgumentNullException.ThrowIfNull(path1, nameof(path1));
        ArgumentNullException.ThrowIfNull(path2, nameof(path2));
        ArgumentNullException.ThrowIfNull(path3, nameof(path3));
        ArgumentNullException.ThrowIfNull(path4, nameof(path4));
        return Combine([path1, path2, path3, path4]);
    }

    public static string Combine(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths, nameof(paths));
        return Combine((ReadOnlySpan<string>)paths);
    }

    public static string Combine(params ReadOnlySpan<string> paths)
    {
        string result = "";
        foreach (string path in paths)
        {
            ArgumentNullException.ThrowIfNull(path, nameof(paths));
            if (path.Length == 0) continue;
            result = result.Length == 0 || IsPathRooted(path) ? path : Join(result, path);
        }
        return result;
    }

    public static string Join(string? path1, string? path2) => Join(path1.AsSpan(), path2.AsSpan());
    public static string Join(string? path1, string? path2, string? path3) => Join([path1, path2, path3]);
    public static string Join(string? path1, string? path2, string? path3, string? path4) => Join([path1, path2, path3, path4]);

    public static string Join(ReadOnlySpan<char> path1, ReadOnlySpan<char> path2)
    {
        if (path1.IsEmpty) return new string(path2);
        if (path2.IsEmpty) return new string(path1);
        return path1.EndsWith('/') || path2.StartsWith('/') ? string.Concat(path1, path2) : string.Concat(path1, "/", path2);
    }

    public static string Join(params string?[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths, nameof(paths));
        return Join((ReadOnlySpan<string?>)paths);
    }

    public static string Join(params ReadOnlySpan<string?> paths)
    {
        string result = "";
        foreach (string? path in paths) result = Join(result, path);
        return result;
    }

    public static bool EndsInDirectorySeparator(ReadOnlySpan<char> path) => path.EndsWith('/');
    public static bool EndsInDirectorySeparator([NotNullWhen(true)] string? path) => EndsInDirectorySeparator(path.AsSpan());
    public static ReadOnlySpan<char> TrimEndingDirectorySeparator(ReadOnlySpan<char> path) => path.Length > 1 && path.EndsWith('/') ? path.Slice(0, path.Length - 1) : path;

    public static string TrimEndingDirectorySeparator(string path)
    {
        ArgumentNullException.ThrowIfNull(path, nameof(path));
        return new string(TrimEndingDirectorySeparator(path.AsSpan()));
    }
}
