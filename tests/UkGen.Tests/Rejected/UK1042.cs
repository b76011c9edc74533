namespace App
{
    static class Workers
    {
        [Lcore(1)]
//             ^ UK1042: Lcore 1 does not exist: images have one core so far, [Lcore(0)]
        internal static void Loop() { }
    }

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
