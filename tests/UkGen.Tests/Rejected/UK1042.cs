namespace App
{
    static class Workers
    {
        [Lcore(64)]
//             ^^ UK1042: Lcore 64 does not exist: lcores are numbered from 0 to 63
        internal static void Loop() { }

        [Lcore(-1)]
//             ^^ UK1042: Lcore -1 does not exist: lcores are numbered from 0 to 63
        internal static void Other() { }
    }

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
