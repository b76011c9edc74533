using System;

namespace Uk;

/// <summary>Where the objects of an application come from, and when their memory is used again.</summary>
public enum HeapPolicy
{
    /// <summary>Memory is taken and never given back: for programs that allocate at their start, or little.</summary>
    Bump,

    /// <summary>There is no heap: a method that allocates is an error of the build (UK3010). Exceptions may be made.</summary>
    None,

    /// <summary>As <see cref="Bump"/>, but <c>Heap.Reset</c> gives everything back that was made since <c>Heap.Keep</c>.</summary>
    Region,

    /// <summary>A collector gives back what nothing refers to.</summary>
    Collected,
}

/// <summary>Chooses the heap of the application. The property <c>UkHeap</c> of its build goes before it.</summary>
/// <example><c>[assembly: Heap(HeapPolicy.None)]</c></example>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class HeapAttribute(HeapPolicy policy) : Attribute
{
    public HeapPolicy Policy { get; } = policy;
}
