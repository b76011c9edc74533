namespace System;

/// <summary>A name that signatures of .NET's own assemblies need: to tell overloads apart, the compiler must know every type in them.</summary>
public readonly struct Decimal
{
    private readonly ulong _low, _high;
}
