Console.WriteLine("Hello");

namespace App
{
    static class Workers
    {
        [Lcore(0)]
        internal static void Loop() { }
//                           ^^^^ UK1044: Nothing calls Workers.Loop, because the program starts with the top-level statements: remove the top-level statements, and the composition writes the entry point
    }
}
