namespace App
{
    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }

        [Lcore(2)]
//             ^ UK1045: Program.Work is the loop of lcore 2, and there is no lcore 1: make it [Lcore(1)]
        internal static void Work() { }

        [Lcore(3)]
        internal static void WorkMore() { }
    }
}
