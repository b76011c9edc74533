// The heap of the application that is running: [assembly: Heap(…)] chooses it.

using System;
using System.Runtime.CompilerServices;

namespace Uk;

/// <summary>What an application does with its heap beyond allocating. In a .NET process the heap is .NET's own.</summary>
public static class Heap
{
    /// <summary>An image's collector knows one generation, .NET's three.</summary>
    private static bool IsImage => GC.MaxGeneration == 0;

    /// <summary>Everything that exists now stays when the region is reset.</summary>
    /// <remarks>At the start of Main this has happened once.</remarks>
    /// <exception cref="InvalidOperationException">The heap's policy is not <see cref="HeapPolicy.Region"/>.</exception>
    public static void Keep()
    {
        if (IsImage && !ImageHeap.Keep(null)) ThrowNoRegion();
    }

    /// <summary>
    /// Gives the memory of everything back that was made since <see cref="Keep"/>. Local variables must not be used again
    /// that refer to it. What stays is looked through: nothing is given back where it refers to what would go.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The heap's policy is not <see cref="HeapPolicy.Region"/>, or a static field or another object that stays refers to
    /// one that would go: make it before <see cref="Keep"/>, or clear the reference.
    /// </exception>
    public static void Reset()
    {
        if (!IsImage) return;
        if (!ImageHeap.IsRegion(null)) ThrowNoRegion();
        if (!ImageHeap.Reset(null))
            throw new InvalidOperationException("The region is not reset: a static field or an object that stays refers to an object of the region.");
    }

    private static void ThrowNoRegion() =>
        throw new InvalidOperationException("The heap is no region. Say so with [assembly: Heap(HeapPolicy.Region)], or build with -p:UkHeap=region.");

    /// <summary>The longest that a collection has stopped the program; of .NET's collector, the longest of its last one.</summary>
    public static TimeSpan LongestPause
    {
        get
        {
            if (IsImage) return TimeSpan.FromTicks(ImageHeap.LongestPauseTicks(null));
            TimeSpan longest = TimeSpan.Zero;
            foreach (TimeSpan pause in GC.GetGCMemoryInfo().PauseDurations)
                if (pause > longest) longest = pause;
            return longest;
        }
    }

    /// <summary>A line for people: bytes allocated and used, collections, and how long they took.</summary>
    public static string Report() =>
        $"heap: {GC.GetTotalAllocatedBytes()} bytes allocated, {GC.GetTotalMemory(false)} in use, {GC.CollectionCount(0)} collections, "
        + $"{(long)GC.GetTotalPauseDuration().TotalMicroseconds} us in all, longest {(long)LongestPause.TotalMicroseconds} us";
}

/// <summary>The members of the core library's HeapControl.</summary>
internal static class ImageHeap
{
    private const string TypeName = "Internal.Runtime.HeapControl, System.Private.CoreLib";

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = nameof(IsRegion))]
    internal static extern bool IsRegion([UnsafeAccessorType(TypeName)] object? heap);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = nameof(Keep))]
    internal static extern bool Keep([UnsafeAccessorType(TypeName)] object? heap);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = nameof(Reset))]
    internal static extern bool Reset([UnsafeAccessorType(TypeName)] object? heap);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = nameof(LongestPauseTicks))]
    internal static extern long LongestPauseTicks([UnsafeAccessorType(TypeName)] object? heap);
}
