using Uk.Qemu;

namespace Uk.Bench;

/// <summary>One way in which packets flow between a front end, which is measured, and a backend, which counts.</summary>
/// <param name="FrontEnd">What is measured, in testpmd's word.</param>
/// <param name="Backend">What its peer does.</param>
/// <param name="Application">Ours that does the same.</param>
internal sealed record DataplaneScenario(string FrontEnd, string Backend, string Application, int FrameBytes)
{
    /// <summary>Where the backend forwards, and where what is measured does.</summary>
    public const int BackendCore = 0, FrontEndCore = 1;

    public string Name => $"{FrontEnd}.{FrameBytes}";

    /// <summary>Packets that the front end has sent, or taken where it only receives, as the backend counts them.</summary>
    public long Count(TestpmdCounters counters) => FrontEnd == "rxonly" ? counters.Sent : counters.Received;

    /// <summary>Starts the backend, which listens at a socket.</summary>
    public Testpmd StartBackend(string socket) =>
        Testpmd.Start(new TestpmdOptions(TestpmdRole.Backend, socket, Backend, BackendCore) { FrameBytes = FrameBytes });
}
