// fakes: Platforms, Odd
// UK1008: A library manifest in Fakes.Odd is left out because Nested is not a struct of its own. Build Fakes.Odd again with this version of UkGen.
// UK1008: A library manifest in Fakes.Odd is left out because String is not a struct of its own. Build Fakes.Odd again with this version of UkGen.
// UK1008: A library manifest in Fakes.Odd is left out because TooFew has another number of type parameters than requirements. Build Fakes.Odd again with this version of UkGen.
// UK1008: A library manifest in Fakes.Odd is left out because Wrong names a contract that is not referenced here. Build Fakes.Odd again with this version of UkGen.
// UK1008: A library manifest in Fakes.Odd is left out because Wrong names a contract that is not referenced here. Build Fakes.Odd again with this version of UkGen.
// UK1008: A library manifest in Fakes.Odd is left out because Wrong names a contract that is not referenced here. Build Fakes.Odd again with this version of UkGen.
// UK1008: A library manifest in Fakes.Odd is left out because it names no library. Build Fakes.Odd again with this version of UkGen.

namespace App
{

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
