namespace App
{
    static class Program
    {
        [Lcore(0)]
        internal static int Counts() => 0;
//                          ^^^^^^ UK1040: The loop of an lcore is a 'static void Counts()' or a 'static Task Counts()' without parameters and type parameters, in a type without type parameters

        [Lcore(0)]
        internal static void Takes(int argument) { }
//                           ^^^^^ UK1040: The loop of an lcore is a 'static void Takes()' or a 'static Task Takes()' without parameters and type parameters, in a type without type parameters

        [Lcore(0)]
        internal static void Generic<T>() { }
//                           ^^^^^^^ UK1040: The loop of an lcore is a 'static void Generic()' or a 'static Task Generic()' without parameters and type parameters, in a type without type parameters

        private static void Main() { }
    }

    class Instance
    {
        [Lcore(0)]
        internal void Loop() { }
//                    ^^^^ UK1040: The loop of an lcore is a 'static void Loop()' or a 'static Task Loop()' without parameters and type parameters, in a type without type parameters
    }

    static class Generic<T>
    {
        [Lcore(0)]
        internal static void Loop() { }
//                           ^^^^ UK1040: The loop of an lcore is a 'static void Loop()' or a 'static Task Loop()' without parameters and type parameters, in a type without type parameters
    }
}
