// Several lcores: the other processors of the machine are started, get a stack, a block and descriptors of their own, and
// run their loops. All are asked to start at once, and the first that come are taken: so nothing has to be known of their
// numbers or their identifiers, which firmware tables would say and a machine without ACPI does not have.

using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Threading;

namespace Uk.Platform.Kvm;

/// <summary>Addresses that only the linker knows: the table at the end of processors.S.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ProcessorLayout
{
    internal byte* Trampoline;
    internal nint TrampolineLength;
    /// <summary>Where in it 32 bits are counted from its start, and have to be an address.</summary>
    internal nint TrampolineFixup;
    internal CoreBlock* FirstBlock;
    internal byte* Areas;
    internal int* Started;
    internal int* Wanted;
    internal nint* Entry;
}

/// <summary>What the platform keeps in the block of an lcore.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ProcessorState
{
    internal uint ApicId;
    /// <summary>Up, and seen so by lcore 0.</summary>
    internal int IsRunning;
    /// <summary>Room for a copy of the table in boot.S.</summary>
    internal fixed ulong Descriptors[8];
    /// <summary>Intel SDM volume 3, 8.7: the address of the stack for faults is at 36.</summary>
    internal fixed byte Task[104];
    internal const int FaultStack = 36;
}

internal static unsafe class Processors
{
    private const uint GsBase = 0xC000_0101;

    /// <summary>
    /// Pages in which a processor can start: behind what firmware keeps in the first ones, and before its data at the end of
    /// the first 640 KiB. Nothing but what the VMM handed over lies there.
    /// </summary>
    private const nuint FirstTrampoline = 0x8000, TrampolineEnd = 0x9_0000;
    private const int PageShift = 12;

    /// <summary>An area: guard page, stack, stack for faults, block. boot.S and kvm.ld.</summary>
    private const int AreaLength = 0xD000, AreaStack = 0x1000, AreaFaultStack = 0x9000, AreaBlock = 0xA000;

    private const long PatienceNs = 1_000_000_000, RetryNs = 1_000_000;

    private static delegate*<int, void> s_run;
    private static int s_count;
    private static int s_go;
    private static int s_finished;
    private static int s_isStopping;

    /// <summary>On lcore 0, at boot, before anybody asks who runs.</summary>
    internal static void EnterFirst()
    {
        ImageLayout* layout = Cpu.uk_image_layout();
        CoreBlock* block = uk_processor_layout()->FirstBlock;
        block->Self = block;
        block->StackBottom = layout->StackBottom;
        block->StackTop = layout->StackTop;
        block->FaultStackBottom = layout->FaultStackBottom;
        block->FaultStackTop = layout->FaultStackTop;
        uk_write_msr(GsBase, (ulong)block);
    }

    internal static CoreBlock* Block(int lcore) => lcore == 0
        ? uk_processor_layout()->FirstBlock
        : (CoreBlock*)(uk_processor_layout()->Areas + (lcore - 1) * AreaLength + AreaBlock);

    private static ProcessorState* State(CoreBlock* block) => (ProcessorState*)((byte*)block + CoreBlock.PlatformOffset);

    internal static void Run<TLoops>(int count) where TLoops : struct, ILcoreLoops<TLoops>
    {
        s_run = &RunLoop<TLoops>;
        s_count = count;
        LocalApic.Map();
        State(Block(0))->ApicId = LocalApic.CurrentId;
        for (int lcore = 1; lcore < count; lcore++) PrepareArea(lcore);
        Start(count);
        State(Block(0))->IsRunning = 1;
        Volatile.Write(ref s_go, 1);
        TLoops.Run(0);
        while (Volatile.Read(ref s_finished) != count - 1) X86Base.Pause();
    }

    private static void RunLoop<TLoops>(int lcore) where TLoops : struct, ILcoreLoops<TLoops> => TLoops.Run(lcore);

    private static void PrepareArea(int lcore)
    {
        CoreBlock* block = Block(lcore);
        nuint area = (nuint)block - AreaBlock;
        PageTables.UnmapPage(area);
        block->Lcore = lcore;
        block->Self = block;
        block->StackBottom = area + AreaStack;
        block->StackTop = block->FaultStackBottom = area + AreaFaultStack;
        block->FaultStackTop = area + AreaBlock;
        *(ulong*)(State(block)->Task + ProcessorState.FaultStack) = block->FaultStackTop;
    }

    private static void Start(int count)
    {
        ProcessorLayout* layout = uk_processor_layout();
        *layout->Wanted = count;
        *layout->Entry = (nint)(delegate* unmanaged<int, void>)&Enter;
        nuint trampoline = PlaceTrampoline(layout);

        LocalApic.SendToOthers(LocalApic.Init);
        long start = MachineClock.Nanoseconds(), next = start;
        while (!AllRunning(count))
        {
            long now = MachineClock.Nanoseconds();
            if (now - start > PatienceNs) throw TooFewProcessors(count);
            if (now < next) continue;
            // One that has started already does not heed it.
            LocalApic.SendToOthers(LocalApic.StartUp | (uint)(trampoline >> PageShift));
            next = now + RetryNs;
        }
    }

    /// <summary>
    /// Stays where it is: processors that nobody wants come through it as well, some of them when the others have long been
    /// running. Intel SDM volume 3, 9.4.4.
    /// </summary>
    private static nuint PlaceTrampoline(ProcessorLayout* layout)
    {
        nuint place = FirstTrampoline;
        while (StartInfo.Holds(place, PageTables.PageLength) && place < TrampolineEnd) place += PageTables.PageLength;
        new Span<byte>(layout->Trampoline, (int)layout->TrampolineLength).CopyTo(new Span<byte>((void*)place, (int)layout->TrampolineLength));
        *(uint*)(place + (nuint)layout->TrampolineFixup) += (uint)place;
        return place;
    }

    private static bool AllRunning(int count)
    {
        for (int lcore = 1; lcore < count; lcore++)
            if (Volatile.Read(ref State(Block(lcore))->IsRunning) == 0) return false;
        return true;
    }

    private static InvalidOperationException TooFewProcessors(int count)
    {
        int found = 1 + Volatile.Read(ref *uk_processor_layout()->Started);
        string has = found == 1 ? "1 processor" : $"{found} processors";
        return new InvalidOperationException(
            $"The machine has {has} and the program has {count} lcores. Start the machine with -smp {count}.");
    }

    /// <summary>From boot.S, on the stack of the lcore.</summary>
    [UnmanagedCallersOnly]
    private static void Enter(int lcore)
    {
        CoreBlock* block = Block(lcore);
        ProcessorState* state = State(block);
        uk_write_msr(GsBase, (ulong)block);
        uk_new_descriptors(state->Descriptors, (nuint)state->Task);
        Traps.Load();
        state->ApicId = LocalApic.CurrentId;
        Block(0)->Enter(block);
        Volatile.Write(ref state->IsRunning, 1);
        while (Volatile.Read(ref s_go) == 0) X86Base.Pause();
        s_run(lcore);
        Interlocked.Increment(ref s_finished);
        uk_stop();
    }

    /// <summary>
    /// For the lcore on which the program dies: the others get the interrupt that cannot be masked, and stop. Uk.CoreLib asks
    /// by name.
    /// </summary>
    internal static void StopOthers()
    {
        Volatile.Write(ref s_isStopping, 1);
        int me = Cpu.uk_lcore();
        for (int lcore = 0; lcore < s_count; lcore++)
        {
            ProcessorState* state = State(Block(lcore));
            if (lcore != me && Volatile.Read(ref state->IsRunning) != 0) LocalApic.Send(state->ApicId, LocalApic.Nmi);
        }
    }

    /// <summary>In the handler of that interrupt: does not return if it is meant.</summary>
    internal static void StopIfAsked()
    {
        if (Volatile.Read(ref s_isStopping) != 0) uk_stop();
    }

    internal static bool IsStack(nuint address, nuint lengthBytes)
    {
        if (Block(0)->HasStack(address, lengthBytes)) return true;
        for (int lcore = 1; lcore < s_count; lcore++)
            if (Block(lcore)->HasStack(address, lengthBytes)) return true;
        return false;
    }

    /// <summary>The page under the stack of the lcore that runs.</summary>
    internal static nuint StackGuard => Block(Cpu.uk_lcore())->StackBottom - PageTables.PageLength;

    [DllImport("*"), SuppressGCTransition] private static extern ProcessorLayout* uk_processor_layout();
    [DllImport("*"), SuppressGCTransition] private static extern void uk_write_msr(uint register, ulong value);
    [DllImport("*"), SuppressGCTransition] private static extern void uk_new_descriptors(void* table, nuint task);
    [DllImport("*"), SuppressGCTransition] private static extern void uk_stop();
}
