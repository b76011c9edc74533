// Static constructors with several lcores: one runs each of them, and the others that come to the type meanwhile wait. Two
// that would wait for each other see the types as far as they are, as on .NET.

using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using System.Threading;

namespace Internal.Runtime;

/// <summary>A static constructor that runs: on the stack of whoever runs it.</summary>
internal unsafe struct RunningConstructor
{
    internal StaticClassConstructionContext* Context;
    internal RunningConstructor* Outer;
}

internal static unsafe class LcoreConstructors
{
    /// <summary>Guards the lists of running constructors, who waits for whom, and the words of the contexts.</summary>
    private static SpinGate s_gate;

    internal static void Run(StaticClassConstructionContext* context)
    {
        while (true)
        {
            s_gate.Enter();
            LcoreState.Mine.AwaitedLcore = 0;
            nint constructor = context->CctorMethodAddress;
            int owner = constructor == 0 ? -1 : OwnerOf(context);
            if (constructor == 0 || (owner >= 0 && WaitsForMe(owner)))
            {
                s_gate.Exit();
                return;
            }
            if (owner < 0)
            {
                RunMine(context, constructor);
                return;
            }
            LcoreState.Mine.AwaitedLcore = owner + 1;
            s_gate.Exit();
            X86Base.Pause();
        }
    }

    /// <summary>Entered with the gate taken.</summary>
    private static void RunMine(StaticClassConstructionContext* context, nint constructor)
    {
        ref LcoreState mine = ref LcoreState.Mine;
        RunningConstructor running = new() { Context = context, Outer = mine.Constructor };
        mine.Constructor = &running;
        s_gate.Exit();
        TypeInitializationException? failure = FailedConstructors.Run(context, constructor);
        s_gate.Enter();
        // Compiled code reads this word without the gate: what the constructor stored is seen before it.
        if (failure is null) Volatile.Write(ref context->CctorMethodAddress, 0);
        mine.Constructor = running.Outer;
        s_gate.Exit();
        if (failure is not null) throw failure;
    }

    /// <summary>The lcore that runs the constructor, or -1.</summary>
    private static int OwnerOf(StaticClassConstructionContext* context)
    {
        for (int lcore = 0; lcore < LcoreState.MaxCount; lcore++)
        {
            LcoreState* state = LcoreState.Of(lcore);
            if (state == null) continue;
            for (RunningConstructor* running = state->Constructor; running != null; running = running->Outer)
                if (running->Context == context) return lcore;
        }
        return -1;
    }

    /// <summary>It is this lcore, or it waits for this one by way of others.</summary>
    private static bool WaitsForMe(int lcore)
    {
        int me = LcoreState.Current();
        for (int step = 0; step < LcoreState.MaxCount; step++)
        {
            if (lcore == me) return true;
            lcore = LcoreState.Of(lcore)->AwaitedLcore - 1;
            if (lcore < 0) return false;
        }
        return false;
    }
}
