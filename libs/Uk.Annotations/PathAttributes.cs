// What code says about itself, for the analyzers that check it: which paths run for each packet, and who owns one.

using System;

namespace Uk;

/// <summary>
/// Runs for each packet or burst: neither it nor what it calls may allocate, throw, lock or call through an interface, a
/// virtual method or a delegate. The build checks it (UK21xx) down to calls that are marked themselves.
/// </summary>
/// <remarks>
/// On a type: all of its members. On a member of a contract: all that implement it. On the loop of an lcore
/// (<see cref="LcoreAttribute"/>): what its loops repeat, and not what stands before and behind them.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor | AttributeTargets.Struct | AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class HotPathAttribute : Attribute;

/// <summary>
/// Hot paths call it, but seldom: to report, to learn a neighbour, to end the program. What it does is not checked, and its
/// arguments are only made when it is called. A method that never returns (DoesNotReturn) is cold without being marked.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor)]
public sealed class ColdPathAttribute(string reason) : Attribute
{
    /// <summary>Why it is seldom: "once a second".</summary>
    public string Reason { get; } = reason;
}

/// <summary>
/// On a parameter: who calls no longer owns the packet, or the packets of the burst. On a result: who calls owns the packet,
/// if there is one. The build follows packets along each path (UK22xx).
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class OwnedAttribute : Attribute;

/// <summary>
/// On a parameter that is a burst: who calls owns the packets that are put into it. Where the method says true or false,
/// true says that there are some. The burst must be empty before, but for methods that append.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ReceivedAttribute : Attribute
{
    /// <summary>What was in the burst stays in it.</summary>
    public bool Appends { get; set; }
}
