// The memory of a running image by the image's own addresses. The image does not take part, so nothing of this is in it.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Uk.Qemu;

namespace Uk.Tool.Live;

/// <summary>The memory of a process whose addresses are those of the image, but for a distance.</summary>
/// <remarks>
/// A guest's memory is one piece of QEMU's, and images are mapped one to one, so there the distance is where that piece
/// starts; a linux image is the process itself. Either way the build id that lies there proves that it is the image.
/// </remarks>
internal sealed class ImageMemory : IDisposable
{
    private const string BuildIdSymbol = "uk_build_id_start";
    /// <summary>Elf64_Nhdr and the name "GNU" with its zero.</summary>
    private const int BuildIdNoteHeaderBytes = 16;

    private readonly ProcessMemory _process;
    private readonly ulong _distance;

    private ImageMemory(ProcessMemory process, ulong distance)
    {
        _process = process;
        _distance = distance;
    }

    /// <summary>Finds the image in a process: QEMU's, or its own.</summary>
    /// <exception cref="IOException">It is not there, or may not be read.</exception>
    public static ImageMemory Find(int processId, GuestSymbols symbols)
    {
        var process = ProcessMemory.Open(processId);
        try
        {
            byte[] wanted = Convert.FromHexString(symbols.BuildId());
            ulong place = symbols.Named(BuildIdSymbol).Address + BuildIdNoteHeaderBytes;
            foreach (ulong distance in process.Ranges().Where(range => range.IsWritable && range.Bytes > place).Select(range => range.Start).Prepend(0UL))
                if (HasBuildId(process, distance + place, wanted)) return new ImageMemory(process, distance);
        }
        catch
        {
            process.Dispose();
            throw;
        }
        process.Dispose();
        throw new IOException($"process {processId} does not run the build of these symbols, or not yet: rebuilt since it was started?");
    }

    private static bool HasBuildId(ProcessMemory process, ulong address, byte[] wanted)
    {
        Span<byte> found = stackalloc byte[wanted.Length];
        return process.TryRead(address, found) && found.SequenceEqual(wanted);
    }

    /// <exception cref="IOException">The image has ended, or has no such memory.</exception>
    public T Read<T>(ulong address) where T : unmanaged
    {
        T value = default;
        if (!_process.TryRead(_distance + address, MemoryMarshal.AsBytes(new Span<T>(ref value))))
            throw new IOException($"process {_process.ProcessId} has ended, or has no memory for 0x{address:x}");
        return value;
    }

    public ulong ReadWord(ulong address) => Read<ulong>(address);

    public void Dispose() => _process.Dispose();
}
