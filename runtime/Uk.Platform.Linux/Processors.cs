// Several lcores: threads of the process, each kept on a processor of its own. Which ones, says the user, or the process's
// affinity mask in the order of its processors.

using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Uk.Platform.Linux;

internal static unsafe class Processors
{
    private const nuint PageLength = 4096, StackLength = 256 << 10, SignalStackLength = 64 << 10;

    /// <summary>An area: guard page, stack, stack for signals, block.</summary>
    private const nuint AreaLength = PageLength + StackLength + SignalStackLength + CoreBlock.Length;

    /// <summary>The first stack grows to here by the kernel's default limit.</summary>
    private const nuint FirstStackLength = 8 << 20;

    private static delegate*<int, void> s_run;
    private static int s_count;
    private static int s_running;
    private static int s_finished;
    private static nuint s_areas;
    private static CoreBlock s_first;

    /// <summary>On lcore 0, at boot, before anybody asks who runs. The first block is static, so it does not move.</summary>
    internal static void EnterFirst(nuint signalStack, nuint signalStackLength)
    {
        fixed (CoreBlock* block = &s_first)
        {
            block->Self = block;
            block->StackTop = Kernel.uk_initial_stack();
            block->StackBottom = block->StackTop - FirstStackLength;
            block->FaultStackBottom = signalStack;
            block->FaultStackTop = signalStack + signalStackLength;
            Kernel.SetGsBase(block);
        }
    }

    private static CoreBlock* Block(int lcore)
    {
        fixed (CoreBlock* first = &s_first)
            return lcore == 0 ? first : (CoreBlock*)(s_areas + (nuint)lcore * AreaLength - CoreBlock.Length);
    }

    internal static void Run<TLoops>(int count) where TLoops : struct, ILcoreLoops<TLoops>
    {
        s_run = &RunLoop<TLoops>;
        s_count = count;
        ProcessorChoice.Prepare(count);
        s_areas = Kernel.Map(0, (nuint)(count - 1) * AreaLength);
        if (s_areas == 0) throw new OutOfMemoryException($"The kernel has no memory for the stacks of {count} lcores.");
        for (int lcore = 1; lcore < count; lcore++) Start(lcore);
        ProcessorChoice.Pin(0);
        // A loop that finds the others up finds all that they need as well.
        fixed (int* running = &s_running)
            for (int now; (now = Volatile.Read(ref s_running)) != count - 1;) Kernel.WaitWhile(running, now);
        TLoops.Run(0);
        fixed (int* finished = &s_finished)
            for (int now; (now = Volatile.Read(ref s_finished)) != count - 1;) Kernel.WaitWhile(finished, now);
    }

    private static void RunLoop<TLoops>(int lcore) where TLoops : struct, ILcoreLoops<TLoops> => TLoops.Run(lcore);

    private static void Start(int lcore)
    {
        CoreBlock* block = Block(lcore);
        nuint area = (nuint)block + CoreBlock.Length - AreaLength;
        Kernel.Forbid(area, PageLength);
        block->Lcore = lcore;
        block->Self = block;
        block->StackBottom = area + PageLength;
        block->StackTop = block->FaultStackBottom = block->StackBottom + StackLength;
        block->FaultStackTop = block->FaultStackBottom + SignalStackLength;
        if (!Kernel.StartThread(block->StackTop, (delegate* unmanaged<CoreBlock*, void>)&Enter, block))
            throw new InvalidOperationException($"The kernel refuses a thread for lcore {lcore}. Its limits (ulimit -u, a cgroup's pids.max) may be reached.");
    }

    [UnmanagedCallersOnly]
    private static void Enter(CoreBlock* block)
    {
        Kernel.SetGsBase(block);
        Kernel.UseAlternateStack((byte*)block->FaultStackBottom, block->FaultStackTop - block->FaultStackBottom);
        ProcessorChoice.Pin(block->Lcore);
        Block(0)->Enter(block);
        Count(ref s_running);
        fixed (int* running = &s_running)
            for (int now; (now = Volatile.Read(ref s_running)) != s_count - 1;) Kernel.WaitWhile(running, now);
        s_run(block->Lcore);
        Count(ref s_finished);
        Kernel.ExitThread();
    }

    private static void Count(ref int word)
    {
        Interlocked.Increment(ref word);
        fixed (int* address = &word) Kernel.Wake(address);
    }

    internal static bool IsStack(nuint address)
    {
        for (int lcore = 0; lcore < (s_count == 0 ? 1 : s_count); lcore++)
            if (Block(lcore)->HasStack(address, 1)) return true;
        return false;
    }

    /// <summary>The address is that of the page under the stack of the thread that runs.</summary>
    internal static bool IsStackGuard(nuint address)
    {
        nuint bottom = Block(Kernel.uk_lcore())->StackBottom;
        return address < bottom && bottom - address <= PageLength;
    }
}
