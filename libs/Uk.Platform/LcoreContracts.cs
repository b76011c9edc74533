// Which logical core runs, and how many there are. Libraries that keep something for each core ask ILcores; platforms
// provide IProcessors. The loops themselves are the application's: [Lcore(n)].

namespace Uk.Platform;

public interface ILcores : IContract;

/// <summary>
/// The logical cores of the composition, numbered 0 to <see cref="Count"/> - 1. An lcore is one loop on one processor:
/// nothing else runs there, and the loop never moves, so what is kept by <see cref="Id"/> needs no lock and no atomic
/// instruction.
/// </summary>
/// <remarks>Any context of a core that runs a loop, and boot, which is lcore 0. DPDK: <c>rte_lcore.h</c>.</remarks>
public interface ILcores<TSelf> : ILcores where TSelf : struct, ILcores<TSelf>
{
    /// <summary>
    /// The number of <c>[Lcore]</c> methods, at least 1: a constant of the composition, so that <c>Count == 1</c> folds and
    /// what is only for several cores is not in the image. DPDK: <c>rte_lcore_count</c>.
    /// </summary>
    [HotPath]
    static abstract int Count { get; }

    /// <summary>
    /// The lcore that executes the caller. The constant 0 where there is only one; else one load relative to a segment
    /// register behind a call, so read it once for a burst. DPDK: <c>rte_lcore_id</c>.
    /// </summary>
    [HotPath]
    static abstract int Id { get; }
}

/// <summary>What the composition knows of its lcores. It sets these itself.</summary>
public interface ILcoreOptions : IOptions
{
    /// <summary>The number of <c>[Lcore]</c> methods.</summary>
    [Range(1, 64)] static virtual int Count => 1;
}

public interface IProcessors : IContract;

/// <summary>The processors of the machine or process.</summary>
public interface IProcessors<TSelf> : IProcessors where TSelf : struct, IProcessors<TSelf>
{
    /// <summary>The lcore that was started on the processor of the caller. Only in programs with several.</summary>
    static abstract int CurrentLcore { get; }

    /// <summary>
    /// Runs the loop of lcore 0 here and each other one on a processor of its own, and returns when all have returned.
    /// Called once, by the entry point, when the libraries are up. Where there are too few processors it throws or warns,
    /// with both figures. DPDK: <c>rte_eal_remote_launch</c>, <c>rte_eal_mp_wait_lcore</c>.
    /// </summary>
    /// <param name="count">At least 2.</param>
    static abstract void Run<TLoops>(int count) where TLoops : struct, ILcoreLoops<TLoops>;
}

/// <summary>The loops of a program, which the composition writes.</summary>
public interface ILcoreLoops<TSelf> where TSelf : struct, ILcoreLoops<TSelf>
{
    static abstract void Run(int lcore);
}
