// The archive that Linux unpacks into its first file system. Linux, Documentation/driver-api/early-userspace/buffer-format.rst.

using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace Uk.Bench.LinuxGuest;

/// <summary>Folders and files with their contents, all of root; folders are made as they are needed.</summary>
internal sealed class CpioArchive
{
    private const int FolderMode = 0x41ED, FileMode = 0x81ED, Alignment = 4;

    private readonly MemoryStream _bytes = new();
    private readonly HashSet<string> _folders = [""];
    private int _entries;

    /// <param name="path">Without the slash at its start.</param>
    public void AddFile(string path, byte[] content)
    {
        AddFolder(Path.GetDirectoryName(path)!);
        AddEntry(path, FileMode, content);
    }

    public void AddFolder(string path)
    {
        if (!_folders.Add(path)) return;
        AddFolder(Path.GetDirectoryName(path)!);
        AddEntry(path, FolderMode, []);
    }

    /// <summary>The whole archive. Nothing can be added after it.</summary>
    public byte[] Finish()
    {
        AddEntry("TRAILER!!!", 0, []);
        return _bytes.ToArray();
    }

    // Inode, mode, user, group, links, time, length, the numbers of two devices, length of the name with its zero, checksum.
    private void AddEntry(string path, int mode, byte[] content)
    {
        byte[] name = Encoding.UTF8.GetBytes(path + "\0");
        int[] fields = [++_entries, mode, 0, 0, 1, 0, content.Length, 0, 0, 0, 0, name.Length, 0];
        var header = new StringBuilder("070701");
        foreach (int field in fields) header.Append(field.ToString("X8", CultureInfo.InvariantCulture));
        _bytes.Write(Encoding.ASCII.GetBytes(header.ToString()));
        _bytes.Write(name);
        Align();
        _bytes.Write(content);
        Align();
    }

    private void Align()
    {
        while (_bytes.Length % Alignment != 0) _bytes.WriteByte(0);
    }
}
