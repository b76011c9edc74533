// What a process has around it, as far as an image has it.

using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Internal.Runtime;

namespace System;

public static partial class Environment
{
    private static Dictionary<string, string>? s_variables;

    /// <summary>.NET's version, whose surface this is.</summary>
    public static Version Version => new(10, 0, 0);

    public static int SystemPageSize => 4096;
    public static int ProcessId => 1;
    public static bool IsPrivilegedProcess => true;
    public static bool UserInteractive => true;

    /// <summary>An image has no command line: the only argument is its name, which it does not know.</summary>
    public static string[] GetCommandLineArgs() => [""];
    public static string CommandLine => "";

    /// <summary>The variables that the program itself has set.</summary>
    public static IDictionary GetEnvironmentVariables() => s_variables is null ? new Dictionary<string, string>() : new Dictionary<string, string>(s_variables);

    public static void SetEnvironmentVariable(string variable, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(variable, nameof(variable));
        if (variable[0] == '\0') throw new ArgumentException("The first char in the string is the null character.", nameof(variable));
        if (variable.Contains('=')) throw new ArgumentException("Environment variable name cannot contain equal character.", nameof(variable));
        s_variables ??= new Dictionary<string, string>(StringComparer.Ordinal);
        if (value is null) s_variables.Remove(variable);
        else s_variables[variable] = value;
    }

    public static string? GetEnvironmentVariable(string variable)
    {
        ArgumentNullException.ThrowIfNull(variable, nameof(variable));
        return s_variables?.GetValueOrDefault(variable);
    }

    public static string ExpandEnvironmentVariables(string name)
    {
        ArgumentNullException.ThrowIfNull(name, nameof(name));
        Text.StringBuilder text = new();
        int at = 0;
        while (name.IndexOf('%', at) is var first and >= 0 && name.IndexOf('%', first + 1) is var last and >= 0)
        {
            string? value = last > first + 1 ? GetEnvironmentVariable(name.Substring(first + 1, last - first - 1)) : null;
            text.Append(name, at, first - at);
            at = value is null ? last : last + 1;
            text.Append(value ?? name.Substring(first, last - first));
        }
        return text.Append(name, at, name.Length - at).ToString();
    }

    [DoesNotReturn]
    public static void FailFast(string? message, Exception? exception) =>
        FailFast(exception is null ? message : string.Concat(message, "\n", exception.ToString()));
}
