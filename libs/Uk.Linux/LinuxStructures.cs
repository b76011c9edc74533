// Structures that the kernel reads and writes. x86-64.

using System.Runtime.InteropServices;

namespace Uk.Linux;

/// <summary>struct iovec.</summary>
[StructLayout(LayoutKind.Sequential)]
[HotPath]
public unsafe struct LinuxPiece
{
    public void* Start;
    public nuint LengthBytes;
}

/// <summary>struct msghdr.</summary>
[StructLayout(LayoutKind.Sequential, Size = 56)]
public unsafe struct LinuxMessage
{
    public void* Name;
    public uint NameLengthBytes;
    public LinuxPiece* Pieces;
    public nuint PieceCount;
    /// <summary>Files that go along: struct cmsghdr and its data.</summary>
    public void* Control;
    public nuint ControlLengthBytes;
    public int Flags;
}

/// <summary>struct cmsghdr, in front of an array of file numbers. unix(7), SCM_RIGHTS.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct LinuxControlHeader
{
    public const int SOL_SOCKET = 1, SCM_RIGHTS = 1;
    public nuint LengthBytes;
    public int Level;
    public int Type;
}

/// <summary>struct pollfd.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct LinuxPoll
{
    public const short POLLIN = 1;
    public int File;
    public short Wanted;
    public short Got;
}

/// <summary>struct epoll_event, packed on x86-64.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct LinuxPollSetEvent
{
    public const uint EPOLLIN = 1, EPOLLRDHUP = 0x2000, EPOLLET = 1u << 31;
    public uint Wanted;
    public ulong Data;
}

/// <summary>struct stat: of it, only the length is used.</summary>
[StructLayout(LayoutKind.Explicit, Size = 144)]
public struct LinuxFileStatus
{
    [FieldOffset(48)] public long LengthBytes;
}

/// <summary>struct sockaddr_un.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct LinuxUnixAddress
{
    public const int PathBytesMax = 107;
    public ushort Family;
    public fixed byte Path[108];
}

/// <summary>Numbers of the socket interface that more than one port uses.</summary>
public static class LinuxSocket
{
    public const int AF_UNIX = 1, AF_INET = 2, AF_PACKET = 17;
    public const int SOCK_STREAM = 1, SOCK_DGRAM = 2, SOCK_RAW = 3, SOCK_NONBLOCK = 0x800, SOCK_CLOEXEC = 0x8_0000;
    public const int MSG_PEEK = 2, MSG_DONTWAIT = 0x40, MSG_NOSIGNAL = 0x4000, MSG_CMSG_CLOEXEC = 0x4000_0000;
    public const int SOL_SOCKET = 1, SOL_PACKET = 263;
}

/// <summary>Numbers of open(2) and mmap(2).</summary>
public static class LinuxFile
{
    public const int O_RDONLY = 0, O_WRONLY = 1, O_RDWR = 2, O_CREAT = 0x40, O_TRUNC = 0x200, O_NONBLOCK = 0x800, O_CLOEXEC = 0x8_0000;
    public const int PROT_NONE = 0, PROT_READ = 1, PROT_WRITE = 2;
    public const int MAP_SHARED = 1, MAP_PRIVATE = 2, MAP_FIXED = 0x10, MAP_ANONYMOUS = 0x20, MAP_FIXED_NOREPLACE = 0x10_0000;
}
