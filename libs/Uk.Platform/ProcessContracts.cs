// What a program has where it runs as a process of Linux: the kernel's calls, and memory that another
// process can share. Both the .NET process and the image of the target linux have it.

using System;

namespace Uk.Platform;

public interface ISystemCalls : IContract;

/// <summary>Calls of the Linux kernel, x86-64. Any context; what a call does is in section 2 of the manual.</summary>
public interface ISystemCalls<TSelf> : ISystemCalls where TSelf : struct, ISystemCalls<TSelf>
{
    /// <summary>The result, or the negated errno.</summary>
    [HotPath]
    static abstract nint Call(nint number, nint a, nint b, nint c, nint d, nint e, nint f);
}

public interface ISharedMemory : IContract;

/// <summary>A piece of the memory regions, as the kernel gave it to the process.</summary>
public readonly struct SharedPiece(int file, nuint address, nuint lengthBytes)
{
    /// <summary>A memfd; whoever has it can map the piece, from offset 0 on.</summary>
    public readonly int File = file;
    public readonly nuint Address = address;
    public readonly nuint LengthBytes = lengthBytes;
}

/// <summary>The memory regions, for a device that is another process. Boot and control path.</summary>
public interface ISharedMemory<TSelf> : ISharedMemory where TSelf : struct, ISharedMemory<TSelf>
{
    /// <summary>Pieces that <see cref="IMachineMemory{TSelf}"/> has handed out so far.</summary>
    static abstract int PieceCount { get; }

    static abstract SharedPiece Piece(int index);
}
