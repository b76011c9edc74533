namespace App
{
    static class Workers
    {
        [Lcore(0)]
        internal static void Spin() { }
//                           ^^^^ UK1043: Program.Loop and Workers.Spin are both the loop of lcore 0: keep one
    }

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
