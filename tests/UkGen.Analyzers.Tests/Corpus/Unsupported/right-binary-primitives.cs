using System;
using System.Buffers.Binary;

static class Case
{
    internal static void Run(byte[] bytes)
    {
        Console.WriteLine(BinaryPrimitives.ReadUInt16BigEndian(bytes));
    }
}
