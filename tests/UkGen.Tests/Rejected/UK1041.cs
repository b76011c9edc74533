namespace App
{
    static class Program
    {
        [Lcore(0)]
        static void Loop() { }
//                  ^^^^ UK1041: Program.Loop is private: make it internal, or make Program partial

        internal static void Main() { }
    }
}
