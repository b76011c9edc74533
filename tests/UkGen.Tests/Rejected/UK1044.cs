namespace App
{
    static class Start
    {
        private static void Main() { }
    }

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
//                           ^^^^ UK1044: Nothing calls Program.Loop, because the program starts with Start.Main: remove Start.Main, and the composition writes the entry point
    }
}
