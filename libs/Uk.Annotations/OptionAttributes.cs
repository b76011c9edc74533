// What the author of an options contract says about the values of an option. The composition checks them.

using System;

namespace Uk;

/// <summary>The least and the greatest value that an option can have.</summary>
/// <example><c>[Range(1, 65535)] static virtual int Mbufs => 255;</c></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RangeAttribute(long min, long max) : Attribute
{
    public long Min { get; } = min;
    public long Max { get; } = max;
}

/// <summary>The option is a power of two.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PowerOfTwoAttribute : Attribute;

/// <summary>No two parts of one kind have the same value of this option, for example the index of a port.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UniqueAttribute : Attribute;
