namespace Uk;

/// <summary>Byte counts for attribute arguments: <c>[MemoryRegion(Size = 2 * Size.MiB)]</c>.</summary>
public static class Size
{
    public const int KiB = 1 << 10;
    public const int MiB = 1 << 20;
    public const long GiB = 1L << 30;
}
