namespace System;

/// <summary>A name that signatures of .NET's own assemblies need.</summary>
public readonly struct UInt128
{
    private readonly ulong _low, _high;
}
