// Capture files as lists of frames.

using System;
using System.Collections.Generic;
using System.IO;
using Uk.Port.Host;

namespace Uk.Testing;

/// <summary>Reads and writes capture files of Ethernet frames. draft-ietf-opsawg-pcap-04.</summary>
public static class Capture
{
    /// <summary>Writes the frames, a microsecond apart from 1970 on: the same frames give the same file.</summary>
    public static void Write(string path, params IReadOnlyList<byte[]> frames)
    {
        using PcapWriter writer = new(File.Create(path));
        for (int i = 0; i < frames.Count; i++) writer.Write(frames[i], (ulong)i * 1000);
    }

    /// <summary>All frames of a file.</summary>
    /// <exception cref="InvalidDataException">It is no capture file, or broken; the message says where.</exception>
    public static IReadOnlyList<byte[]> Read(string path)
    {
        try
        {
            List<byte[]> frames = [];
            using PcapReader reader = new(File.OpenRead(path), path);
            while (reader.TryRead(out PcapFrame frame)) frames.Add(frame.Bytes.ToArray());
            return frames;
        }
        catch (HostPortException e)
        {
            throw new InvalidDataException(e.Message);
        }
    }
}
