// The calls of Linux that ports and the platforms of processes use, by name. Numbers: asm/unistd_64.h.

using Uk.Platform;

namespace Uk.Linux;

/// <summary>System calls without allocation. A negative result is a negated errno: see <see cref="LinuxError"/>.</summary>
[HotPath]
public static unsafe class LinuxCalls<TCalls> where TCalls : struct, ISystemCalls<TCalls>
{
    private const nint ReadNumber = 0, WriteNumber = 1, OpenNumber = 2, CloseNumber = 3, FstatNumber = 5, PollNumber = 7, MmapNumber = 9,
        MunmapNumber = 11, IoctlNumber = 16, ReadvNumber = 19, MadviseNumber = 28, NanosleepNumber = 35,
        SocketNumber = 41, ConnectNumber = 42, SendtoNumber = 44, RecvfromNumber = 45, SendmsgNumber = 46, RecvmsgNumber = 47,
        BindNumber = 49, SocketpairNumber = 53, SetsockoptNumber = 54, FcntlNumber = 72, FtruncateNumber = 77, ClockGettimeNumber = 228,
        EpollWaitNumber = 232, EpollCtlNumber = 233, MbindNumber = 237, Eventfd2Number = 290, EpollCreate1Number = 291,
        MemfdCreateNumber = 319;

    public static int Open(byte* path, int flags, int mode) => (int)Call(OpenNumber, (nint)path, flags, mode);
    public static int Close(int file) => (int)Call(CloseNumber, file);
    public static nint Read(int file, void* bytes, nuint lengthBytes) => Call(ReadNumber, file, (nint)bytes, (nint)lengthBytes);
    public static nint Write(int file, void* bytes, nuint lengthBytes) => Call(WriteNumber, file, (nint)bytes, (nint)lengthBytes);
    public static nint ReadVector(int file, LinuxPiece* pieces, int count) => Call(ReadvNumber, file, (nint)pieces, count);
    public static int Control(int file, uint request, void* argument) => (int)Call(IoctlNumber, file, (nint)request, (nint)argument);
    public static int Truncate(int file, nuint lengthBytes) => (int)Call(FtruncateNumber, file, (nint)lengthBytes);
    public static int ReadStatus(int file, LinuxFileStatus* status) => (int)Call(FstatNumber, file, (nint)status);

    public static int Socket(int family, int type, int protocol) => (int)Call(SocketNumber, family, type, protocol);
    public static int Bind(int socket, void* address, int lengthBytes) => (int)Call(BindNumber, socket, (nint)address, lengthBytes);
    public static int Connect(int socket, void* address, int lengthBytes) => (int)Call(ConnectNumber, socket, (nint)address, lengthBytes);
    public static nint SendMessage(int socket, LinuxMessage* message, int flags) => Call(SendmsgNumber, socket, (nint)message, flags);
    public static nint ReceiveMessage(int socket, LinuxMessage* message, int flags) => Call(RecvmsgNumber, socket, (nint)message, flags);
    public static nint Send(int socket, void* bytes, nuint lengthBytes, int flags) => TCalls.Call(SendtoNumber, socket, (nint)bytes, (nint)lengthBytes, flags, 0, 0);
    public static nint Receive(int socket, void* bytes, nuint lengthBytes, int flags) => TCalls.Call(RecvfromNumber, socket, (nint)bytes, (nint)lengthBytes, flags, 0, 0);

    public static int SetSocketOption(int socket, int level, int name, void* value, int lengthBytes) =>
        (int)TCalls.Call(SetsockoptNumber, socket, level, name, (nint)value, lengthBytes, 0);

    public static int Poll(LinuxPoll* files, int count, int timeoutMs) => (int)Call(PollNumber, (nint)files, count, timeoutMs);

    /// <summary>A counter that another process can wait for: EFD_NONBLOCK, EFD_CLOEXEC.</summary>
    public static int EventFile() => (int)Call(Eventfd2Number, 0, 0x800 | 0x8_0000, 0);

    /// <summary>Two sockets that are connected: unix(7).</summary>
    public static int SocketPair(int type, int* sockets) =>
        (int)TCalls.Call(SocketpairNumber, LinuxSocket.AF_UNIX, type, 0, (nint)sockets, 0, 0);

    /// <summary>fcntl(2), F_ADD_SEALS: what can no longer be done with a file of memory, by anybody.</summary>
    public static int Seal(int file, int seals) => (int)Call(FcntlNumber, file, 1033, seals);

    /// <summary>epoll_create1(2): a file that can be read when one of several can. EPOLL_CLOEXEC.</summary>
    public static int PollSet() => (int)Call(EpollCreate1Number, 0x8_0000);

    /// <summary>epoll_ctl(2), EPOLL_CTL_ADD.</summary>
    public static int AddToPollSet(int set, int file, LinuxPollSetEvent* wanted) =>
        (int)TCalls.Call(EpollCtlNumber, set, 1, file, (nint)wanted, 0, 0);

    /// <summary>epoll_wait(2) without waiting: how many of the files have something to say.</summary>
    public static int ReadPollSet(int set, LinuxPollSetEvent* events, int eventsMax) =>
        (int)TCalls.Call(EpollWaitNumber, set, (nint)events, eventsMax, 0, 0, 0);

    public static int MemoryFile(byte* name, uint flags) => (int)Call(MemfdCreateNumber, (nint)name, (nint)flags, 0);

    /// <summary>An address, or a negated errno.</summary>
    public static nint Map(nuint address, nuint lengthBytes, int protection, int flags, int file, nuint offset) =>
        TCalls.Call(MmapNumber, (nint)address, (nint)lengthBytes, protection, flags, file, (nint)offset);

    public static int Unmap(nuint address, nuint lengthBytes) => (int)Call(MunmapNumber, (nint)address, (nint)lengthBytes, 0);

    public static int Advise(nuint address, nuint lengthBytes, int advice) => (int)Call(MadviseNumber, (nint)address, (nint)lengthBytes, advice);

    /// <summary>mbind(2): the pages of this memory are of the nodes in the mask.</summary>
    public static int BindMemory(nuint address, nuint lengthBytes, int policy, ulong* nodes, nint nodesMax) =>
        (int)TCalls.Call(MbindNumber, (nint)address, (nint)lengthBytes, policy, (nint)nodes, nodesMax, 0);

    public static void Sleep(long nanoseconds)
    {
        long* duration = stackalloc long[2];
        duration[0] = nanoseconds / 1_000_000_000;
        duration[1] = nanoseconds % 1_000_000_000;
        Call(NanosleepNumber, (nint)duration, 0, 0);
    }

    /// <summary>Nanoseconds since 1970-01-01 00:00 UTC.</summary>
    public static ulong RealTimeNs() => (ulong)TimeNs(0);

    /// <summary>Nanoseconds since some time before the process; never set back.</summary>
    public static long MonotonicNs() => TimeNs(1);

    private static long TimeNs(int clock)
    {
        long* time = stackalloc long[2];
        Call(ClockGettimeNumber, clock, (nint)time, 0);
        return time[0] * 1_000_000_000 + time[1];
    }

    private static nint Call(nint number, nint a, nint b = 0, nint c = 0) => TCalls.Call(number, a, b, c, 0, 0, 0);
}
