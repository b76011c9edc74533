// Capture files, written and read by other code than the product's: pcap-savefile(5).

using System.Collections.Generic;
using System.IO;
using Xunit;

namespace Uk.Image.Tests;

internal static class CaptureFile
{
    public static void Write(string path, IEnumerable<byte[]> frames)
    {
        using BinaryWriter writer = new(File.Create(path));
        foreach (uint word in (uint[])[0xA1B2C3D4, 0x0004_0002, 0, 0, 65535, 1]) writer.Write(word);
        foreach (byte[] frame in frames)
        {
            foreach (int word in (int[])[1, 2, frame.Length, frame.Length]) writer.Write(word);
            writer.Write(frame);
        }
    }

    public static List<byte[]> Read(string path)
    {
        using BinaryReader reader = new(File.OpenRead(path));
        Assert.Equal(0xA1B23C4D, reader.ReadUInt32());
        reader.BaseStream.Position = 24;
        List<byte[]> frames = [];
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            reader.BaseStream.Position += 8;
            int length = reader.ReadInt32();
            Assert.Equal(length, reader.ReadInt32());
            frames.Add(reader.ReadBytes(length));
        }
        return frames;
    }
}
