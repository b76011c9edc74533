// The memory of another process of this user: proc(5), /proc/PID/mem and /proc/PID/maps.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace Uk.Tool.Live;

/// <summary>A piece of the address space of a process.</summary>
internal readonly record struct MappedRange(ulong Start, ulong End, bool IsWritable)
{
    public ulong Bytes => End - Start;
}

/// <summary>Reads; the process runs on. An aligned word of 8 bytes is read at once.</summary>
internal sealed class ProcessMemory : IDisposable
{
    private readonly SafeFileHandle _memory;

    private ProcessMemory(int processId, SafeFileHandle memory)
    {
        ProcessId = processId;
        _memory = memory;
    }

    public int ProcessId { get; }

    /// <exception cref="IOException">There is no such process, or the system does not let this user look; the message has the command that does.</exception>
    public static ProcessMemory Open(int processId)
    {
        try
        {
            return new ProcessMemory(processId, File.OpenHandle($"/proc/{processId}/mem"));
        }
        catch (UnauthorizedAccessException)
        {
            throw new IOException($"the memory of process {processId} may not be read: run as its user or root; where ordinary users may not read their own "
                + "processes either (kernel.yama.ptrace_scope is 1): sudo sysctl -w kernel.yama.ptrace_scope=0");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException($"there is no process {processId}");
        }
    }

    /// <summary>False where nothing, or less, is there.</summary>
    public bool TryRead(ulong address, Span<byte> bytes)
    {
        try
        {
            return RandomAccess.Read(_memory, bytes, (long)address) == bytes.Length;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public IEnumerable<MappedRange> Ranges()
    {
        foreach (string line in File.ReadLines($"/proc/{ProcessId}/maps"))
        {
            string[] fields = line.Split(' ', 3);
            string[] ends = fields[0].Split('-');
            yield return new MappedRange(Hexadecimal(ends[0]), Hexadecimal(ends[1]), fields[1].StartsWith("rw", StringComparison.Ordinal));
        }
    }

    public void Dispose() => _memory.Dispose();

    private static ulong Hexadecimal(string text) => ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
