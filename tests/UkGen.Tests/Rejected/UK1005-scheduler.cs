// fakes: Platforms

[assembly: Scheduler(typeof(App.Tickless))]
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ UK1005: Tickless does not run on kvm, only on linux, and no referenced library provides IScheduler there

namespace App
{
    [UkLibrary(Targets = UkTargets.Linux), Provides<IScheduler>]
    public struct Tickless : IScheduler<Tickless>
    {
        public static void Idle(uint emptyPolls) { }
    }

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
