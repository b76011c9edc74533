using System.Collections.Generic;
using Uk.Platform;
using Uk.Sched;
using Xunit;

namespace Uk.Libs.Tests.Sched;

public sealed class RunToCompletionTests
{
    private struct Cpu : ICpu<Cpu>
    {
        public static readonly List<uint> Relaxed = [];

        public static ulong Cycles => 0;
        public static ulong CyclesPerSecond => 0;
        public static void Relax(uint emptyPolls) => Relaxed.Add(emptyPolls);
    }

    [Fact]
    public void An_idle_loop_relaxes_the_processor_by_its_fruitless_turns()
    {
        RunToCompletion<Cpu>.Idle(0);
        RunToCompletion<Cpu>.Idle(uint.MaxValue);
        Assert.Equal([0u, uint.MaxValue], Cpu.Relaxed);
    }
}
