// What the author of an application says about its composition. Parts (regions, pools, ports) have attributes of their
// own, beside the libraries that define them.

using System;

namespace Uk;

/// <summary>
/// Chooses a provider where there are several: a library, named as an open generic type, or a part. On a part it holds
/// for that part, on the assembly for the whole composition. An application for several targets names one library for
/// each; every build takes the one that supports its target.
/// </summary>
/// <example><c>[MemoryRegion(Size = 1 &lt;&lt; 20), Uses(typeof(BuddyAllocator&lt;,&gt;))] partial struct Flows;</c></example>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Struct, AllowMultiple = true)]
public sealed class UsesAttribute(Type provider) : Attribute
{
    public Type Provider { get; } = provider;
}

/// <summary>Chooses a part, for example the mempool that a port receives into.</summary>
/// <example><c>[Port(0), Uses&lt;Packets&gt;] partial struct Wan;</c></example>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Struct, AllowMultiple = true)]
public sealed class UsesAttribute<TPart> : Attribute where TPart : struct;

/// <summary>
/// Sets one option of the libraries in the composition. The name is a property of <typeparamref name="TOptions"/>, given
/// with <c>nameof</c>; the value has the property's type. On a part it holds for that part's libraries alone.
/// </summary>
/// <example><c>[assembly: Option&lt;IVirtioNetOptions&gt;(nameof(IVirtioNetOptions.TxDescriptors), 512)]</c></example>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Struct, AllowMultiple = true)]
public sealed class OptionAttribute<TOptions>(string name, object value) : Attribute where TOptions : IOptions
{
    public string Name { get; } = name;
    public object Value { get; } = value;
}

/// <summary>The machine that the image is meant for. Without it, the image takes what it finds.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class MachineAttribute : Attribute
{
    /// <summary>
    /// Guest memory in bytes. The composition checks the memory regions against it and <c>dotnet run</c> starts the
    /// machine with it.
    /// </summary>
    public long Memory { get; set; }
}

/// <summary>The scheduler of the composition: a library that provides <c>IScheduler</c>, as an open generic type.</summary>
/// <example><c>[assembly: Scheduler(typeof(RunToCompletion&lt;&gt;))]</c></example>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SchedulerAttribute(Type scheduler) : Attribute
{
    public Type Scheduler { get; } = scheduler;
}

/// <summary>
/// The method is the loop of this logical core: <c>static void M()</c>, or <c>static async Task M()</c>. The composition
/// initialises the libraries, then calls it; when it returns, or its task has ended, and those of all other lcores have, the
/// program ends with status 0. Lcores are numbered from 0 without gaps, and each has a processor to itself.
/// </summary>
/// <remarks>DPDK: <c>rte_eal_remote_launch</c>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LcoreAttribute(int id) : Attribute
{
    public int Id { get; } = id;
}
