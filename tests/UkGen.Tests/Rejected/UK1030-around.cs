namespace App
{
    static class Memory
    {
        [MemoryRegion(Size = 4096)]
        internal partial struct Scratch;
//                              ^^^^^^^ UK1030: Scratch is a part, so its other half is written by the composition: declare Memory as partial
    }

    static partial class Generic<T>
    {
        [MemoryRegion(Size = 4096)]
        internal partial struct Inner;
//                              ^^^^^ UK1030: Inner is a part, so it and the types around it cannot be generic: Generic is
    }

    static partial class Private
    {
        [MemoryRegion(Size = 4096)]
        partial struct Hidden;
//                     ^^^^^^ UK1030: Hidden is a part, so the composition must see it: make Hidden internal
    }

    [MemoryRegion(Size = 4096)]
    file partial struct Local;
//                      ^^^^^ UK1030: Local is a part, so the composition must see it: Local cannot be local to its file

    [MemoryRegion(Size = 4096)]
    ref partial struct OnStack;
//                     ^^^^^^^ UK1030: OnStack is a part, so libraries are closed over it: OnStack cannot be a ref struct

    [MemoryRegion(Size = 4096)]
    partial struct Many<T>;
//                 ^^^^ UK1030: Many is a part, so it and the types around it cannot be generic: Many is

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
