// System calls. Numbers and structures: Linux, x86-64.

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace Uk.Platform.Linux;

internal static unsafe class Kernel
{
    private const nint ReadNumber = 0, WriteNumber = 1, MmapNumber = 9, RtSigactionNumber = 13, SchedYieldNumber = 24,
        NanosleepNumber = 35, SetitimerNumber = 38, SigaltstackNumber = 131, ClockGettimeNumber = 228, ExitGroupNumber = 231,
        GetrandomNumber = 318;

    // Threads.
    private const nint ExitNumber = 60, MprotectNumber = 10, ArchPrctlNumber = 158, FutexNumber = 202,
        SchedSetaffinityNumber = 203, SchedGetaffinityNumber = 204;

    internal const int StandardInput = 0, StandardOutput = 1, StandardError = 2;

    private const nint PROT_READ = 1, PROT_WRITE = 2;
    private const nint MAP_PRIVATE = 0x02, MAP_ANONYMOUS = 0x20, MAP_FIXED_NOREPLACE = 0x10_0000;

    [DllImport("*"), SuppressGCTransition]
    private static extern nint uk_syscall(nint number, nint a, nint b, nint c, nint d, nint e, nint f);

    [DllImport("*"), SuppressGCTransition] internal static extern void uk_signal_addresses(nint* entry, nint* signalReturn, nint* stopEntry);
    [DllImport("*"), SuppressGCTransition] internal static extern nuint uk_initial_stack();
    [DllImport("*"), SuppressGCTransition] internal static extern ulong uk_cycles();
    [DllImport("*"), SuppressGCTransition] internal static extern int uk_lcore();

    internal static nint Call(nint number, nint a, nint b, nint c, nint d, nint e, nint f) => uk_syscall(number, a, b, c, d, e, f);

    /// <summary>Writes all of it, or as much as the other end takes.</summary>
    internal static void Write(int file, byte* bytes, nint lengthBytes)
    {
        while (lengthBytes > 0)
        {
            nint written = uk_syscall(WriteNumber, file, (nint)bytes, lengthBytes, 0, 0, 0);
            if (written == -Interrupted) continue;
            if (written <= 0) return;
            bytes += written;
            lengthBytes -= written;
        }
    }

    /// <summary>Bits from the kernel's generator; of this length they come at once and whole.</summary>
    internal static ulong ReadRandom()
    {
        ulong value;
        while (uk_syscall(GetrandomNumber, (nint)(&value), sizeof(ulong), 0, 0, 0, 0) != sizeof(ulong)) { }
        return value;
    }

    private const nint Interrupted = 4;

    internal static void Exit(int status) => uk_syscall(ExitGroupNumber, status, 0, 0, 0, 0, 0);

    /// <summary>Zeroed memory, at this address and no other if it is not 0; 0 if the kernel refuses.</summary>
    internal static nuint Map(nuint address, nuint lengthBytes)
    {
        nint flags = MAP_PRIVATE | MAP_ANONYMOUS | (address != 0 ? MAP_FIXED_NOREPLACE : 0);
        nint result = uk_syscall(MmapNumber, (nint)address, (nint)lengthBytes, PROT_READ | PROT_WRITE, flags, -1, 0);
        return result is < 0 and > -4096 ? 0 : (nuint)result;
    }

    /// <summary>What touches this memory faults.</summary>
    internal static void Forbid(nuint address, nuint lengthBytes) =>
        uk_syscall(MprotectNumber, (nint)address, (nint)lengthBytes, 0, 0, 0, 0);

    private const nint ARCH_SET_GS = 0x1001;

    /// <summary>Of the thread that calls.</summary>
    internal static void SetGsBase(void* address) => uk_syscall(ArchPrctlNumber, ARCH_SET_GS, (nint)address, 0, 0, 0, 0);

    private const nint CLONE_VM = 0x100, CLONE_FS = 0x200, CLONE_FILES = 0x400, CLONE_SIGHAND = 0x800, CLONE_THREAD = 0x1_0000,
        CLONE_SYSVSEM = 0x4_0000;

    /// <summary>A thread that calls the entry with the argument on the stack, and never returns from there. False: refused.</summary>
    internal static bool StartThread(nuint stackTop, void* entry, void* argument) => uk_start_thread(
        CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_SYSVSEM, stackTop, entry, argument) > 0;

    [DllImport("*"), SuppressGCTransition]
    private static extern nint uk_start_thread(nint flags, nuint stackTop, void* entry, void* argument);

    /// <summary>Ends the thread that calls.</summary>
    internal static void ExitThread() => uk_syscall(ExitNumber, 0, 0, 0, 0, 0, 0);

    private const nint FUTEX_WAIT_PRIVATE = 128, FUTEX_WAKE_PRIVATE = 129;

    /// <summary>Until another thread wakes those that wait here; at once if the word has changed. May end early.</summary>
    internal static void WaitWhile(int* word, int value) => uk_syscall(FutexNumber, (nint)word, FUTEX_WAIT_PRIVATE, value, 0, 0, 0);
    internal static void Wake(int* word) => uk_syscall(FutexNumber, (nint)word, FUTEX_WAKE_PRIVATE, int.MaxValue, 0, 0, 0);

    /// <summary>The processors on which this thread may run: a bit each. Its length in bytes, or a negated errno.</summary>
    internal static nint GetAffinity(ulong* mask, nint lengthBytes) =>
        uk_syscall(SchedGetaffinityNumber, 0, lengthBytes, (nint)mask, 0, 0, 0);

    internal static bool SetAffinity(ulong* mask, nint lengthBytes) =>
        uk_syscall(SchedSetaffinityNumber, 0, lengthBytes, (nint)mask, 0, 0, 0) == 0;

    /// <summary>What can be read without waiting: how much it is, 0 at the end or where the file cannot be read, -1 when nothing is there.</summary>
    internal static nint ReadReady(int file, byte* bytes, nint lengthBytes)
    {
        PollFile poll = new() { File = file, Wanted = POLLIN };
        TimeSpec none = default;
        if (uk_syscall(PpollNumber, (nint)(&poll), 1, (nint)(&none), 0, 0, 0) == 0) return -1;
        nint got = uk_syscall(ReadNumber, file, (nint)bytes, lengthBytes, 0, 0, 0);
        return got == -Interrupted ? -1 : got < 0 ? 0 : got;
    }

    private const nint PpollNumber = 271;
    private const short POLLIN = 1;

    [StructLayout(LayoutKind.Sequential)]
    private struct PollFile
    {
        internal int File;
        internal short Wanted, Got;
    }

    /// <summary>Until the file can be read, if there is one, or the time has passed; -1 is for ever. May end early.</summary>
    internal static void WaitForFile(int file, long nanoseconds)
    {
        PollFile poll = new() { File = file, Wanted = POLLIN };
        TimeSpec time = new() { Seconds = nanoseconds / 1_000_000_000, Nanoseconds = nanoseconds % 1_000_000_000 };
        uk_syscall(PpollNumber, (nint)(&poll), file < 0 ? 0 : 1, nanoseconds < 0 ? 0 : (nint)(&time), 0, 0, 0);
    }

    internal static void Yield() => uk_syscall(SchedYieldNumber, 0, 0, 0, 0, 0, 0);

    internal static void Sleep(long nanoseconds)
    {
        TimeSpec duration = new() { Seconds = nanoseconds / 1_000_000_000, Nanoseconds = nanoseconds % 1_000_000_000 };
        uk_syscall(NanosleepNumber, (nint)(&duration), 0, 0, 0, 0, 0);
    }

    internal const int RealTimeClock = 0, MonotonicClock = 1;

    /// <summary>The kernel's function in this process that reads a clock; 0 before it is looked for, 1 where there is none.</summary>
    private static nint s_readClock;

    /// <summary>Seconds and nanoseconds of one of the kernel's clocks.</summary>
    internal static long ReadClock(int clock, out long nanoseconds)
    {
        TimeSpec time = default;
        if (s_readClock == 0 && (s_readClock = KernelObject.Find("__vdso_clock_gettime"u8)) == 0) s_readClock = 1;
        if (s_readClock == 1 || ((delegate* unmanaged[SuppressGCTransition]<int, TimeSpec*, int>)s_readClock)(clock, &time) != 0)
            uk_syscall(ClockGettimeNumber, clock, (nint)(&time), 0, 0, 0, 0);
        nanoseconds = time.Nanoseconds;
        return time.Seconds;
    }

    /// <summary>The handler runs on the alternate stack and does not return, so its signal is not blocked meanwhile.</summary>
    /// <summary>A fault, whose handler does not return.</summary>
    internal static void HandleSignal(int signal) => Handle(signal, isFault: true);

    /// <summary>A wish that the process ends. One that is ignored, as a shell does for what runs in its background, stays so.</summary>
    internal static void HandleStop(int signal)
    {
        SignalAction before = default;
        uk_syscall(RtSigactionNumber, signal, 0, (nint)(&before), sizeof(ulong), 0, 0);
        if (before.Handler != SignalAction.SIG_IGN) Handle(signal, isFault: false);
    }

    private static void Handle(int signal, bool isFault)
    {
        SignalAction action = default;
        nint fault, stop, signalReturn;
        uk_signal_addresses(&fault, &signalReturn, &stop);
        action.Handler = isFault ? fault : stop;
        action.Restorer = signalReturn;
        action.Flags = SignalAction.SA_SIGINFO | SignalAction.SA_ONSTACK | SignalAction.SA_RESTORER;
        if (isFault) action.Flags |= SignalAction.SA_NODEFER;
        uk_syscall(RtSigactionNumber, signal, (nint)(&action), 0, sizeof(ulong), 0, 0);
    }

    /// <summary>SIGALRM again and again: ITIMER_REAL.</summary>
    internal static void StartAlarm(long periodUs)
    {
        long* times = stackalloc long[4] { 0, periodUs, 0, periodUs };
        uk_syscall(SetitimerNumber, 0, (nint)times, 0, 0, 0, 0);
    }

    internal static void UseAlternateStack(byte* bottom, nuint lengthBytes)
    {
        SignalStack stack = new() { Bottom = bottom, Length = lengthBytes };
        uk_syscall(SigaltstackNumber, (nint)(&stack), 0, 0, 0, 0, 0);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        internal long Seconds, Nanoseconds;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct SignalAction
    {
        internal const nint SIG_IGN = 1;
        internal const ulong SA_SIGINFO = 4, SA_RESTORER = 0x0400_0000, SA_ONSTACK = 0x0800_0000, SA_NODEFER = 0x4000_0000;

        internal nint Handler;
        internal ulong Flags;
        internal nint Restorer;
        internal ulong Mask;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct SignalStack
    {
        internal byte* Bottom;
        internal int Flags;
        internal nuint Length;
    }
}
