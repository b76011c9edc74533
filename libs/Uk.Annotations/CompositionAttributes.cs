// What a program is composed of, as the composition found it. UkGen.Composition writes these into the program's assembly,
// where `uk describe` and the report of an image read them. The compiler of images takes no attribute of an assembly, so
// none of it is in an image.

using System;

namespace Uk;

/// <summary>The composition as a whole. Written by UkGen.Composition, never by hand.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ComposedProgramAttribute(UkTargets target) : Attribute
{
    public UkTargets Target { get; } = target;
    /// <summary>The closed library that waits for packets and runs tasks; null where there is nothing to schedule.</summary>
    public Type? Scheduler { get; set; }
    /// <summary>Closed libraries: each is brought up after everything that it requires.</summary>
    public Type[] InitializationOrder { get; set; } = [];
    /// <summary>The loop of each lcore, in the order of their numbers: <c>PingResponder.Loop</c>.</summary>
    public string[] Loops { get; set; } = [];
    /// <summary>Bytes of the block of memory that holds the regions without an address of their own.</summary>
    public long ArenaBytes { get; set; }
    /// <summary>What the block's address is a multiple of, in bytes.</summary>
    public long ArenaAlignment { get; set; }
}

/// <summary>A part of the application and the closed library behind it. Written by UkGen.Composition, never by hand.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ComposedPartAttribute(Type part, string kind, Type contract, Type options, Type provider) : Attribute
{
    public Type Part { get; } = part;
    /// <summary>The name of the attribute that makes it a part: <c>Port</c>.</summary>
    public string Kind { get; } = kind;
    /// <summary>What it provides: <c>IEthPort</c>.</summary>
    public Type Contract { get; } = contract;
    /// <summary>The contract of its options, whose defaults hold where <see cref="Settings"/> says nothing.</summary>
    public Type Options { get; } = options;
    public Type Provider { get; } = provider;
    /// <summary>As in the source: <c>RxDescriptors = 256</c>.</summary>
    public string[] Settings { get; set; } = [];
}

/// <summary>The options that libraries of the composition have. Written by UkGen.Composition, never by hand.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ComposedOptionsAttribute(Type options) : Attribute
{
    /// <summary>Their contract, whose defaults hold where <see cref="Settings"/> says nothing.</summary>
    public Type Options { get; } = options;
    /// <summary>The part for which alone they hold; null for all.</summary>
    public Type? Part { get; set; }
    /// <summary>As in the source: <c>TimeoutNs = 1_000_000</c>.</summary>
    public string[] Settings { get; set; } = [];
}

/// <summary>Where a memory region lies. Written by UkGen.Composition, never by hand.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ComposedRegionAttribute(string part, long start, long lengthBytes, long pageBytes) : Attribute
{
    public string Part { get; } = part;
    /// <summary>Bytes from the start of the arena, or the address where <see cref="IsFixed"/>.</summary>
    public long Start { get; } = start;
    public long LengthBytes { get; } = lengthBytes;
    public long PageBytes { get; } = pageBytes;
    public bool IsFixed { get; set; }
}
