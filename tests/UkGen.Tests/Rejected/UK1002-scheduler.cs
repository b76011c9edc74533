// fakes: Platforms

namespace App
{
    namespace Schedulers
    {
        [UkLibrary, Provides<IScheduler>]
        public struct Preemptive : IScheduler<Preemptive>
        {
            public static void Idle(uint emptyPolls) { }
        }

        [UkLibrary, Provides<IScheduler>]
        public struct Patient : IScheduler<Patient>
        {
            public static void Idle(uint emptyPolls) { }
        }
    }

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
//                           ^^^^ UK1002: Program.Loop needs IScheduler, which Patient and Preemptive provide. Choose one, for example with [assembly: Scheduler(typeof(Patient))].
    }
}
