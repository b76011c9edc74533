// Which layer a library is in. Layers point one way: an analyzer holds it (UK2301).

using System;

namespace Uk;

/// <summary>From the bottom up. A library uses what is in its own layer and below.</summary>
public enum Layer
{
    /// <summary>Attributes, and contracts of the platform.</summary>
    Contracts = 0,
    /// <summary>Memory regions, allocators, scheduling, clocks, tables: what needs no device.</summary>
    Core = 10,
    /// <summary>What brings a program up on one target.</summary>
    Platform = 20,
    /// <summary>Mbufs, pools of them, and rings.</summary>
    Packets = 30,
    /// <summary>What finds devices.</summary>
    Bus = 40,
    /// <summary>Ports and drivers.</summary>
    Device = 50,
    /// <summary>What is in packets.</summary>
    Protocol = 60,
    /// <summary>Programs.</summary>
    Application = 70,
}

/// <summary>The layer of this assembly. One without is not checked.</summary>
/// <example><c>[assembly: Layer(Layer.Protocol)]</c></example>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class LayerAttribute(Layer layer) : Attribute
{
    public Layer Layer { get; } = layer;
}
