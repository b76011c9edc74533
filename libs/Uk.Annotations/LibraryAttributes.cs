// What the author of a micro-library says about it. UkGen.Library checks these and condenses them into one
// LibraryManifestAttribute per library, which UkGen.Composition reads from the referenced assembly.

using System;

namespace Uk;

/// <summary>What a program can be built for: the values of the MSBuild property <c>UkTarget</c>.</summary>
[Flags]
public enum UkTargets
{
    /// <summary>An ordinary .NET process: <c>UkTarget</c> is empty.</summary>
    Host = 1,
    /// <summary>A PVH image for QEMU and other VMMs: <c>UkTarget=kvm</c>.</summary>
    Kvm = 2,
    /// <summary>A static ELF without libc: <c>UkTarget=linux</c>.</summary>
    Linux = 4,
    All = Host | Kvm | Linux,
}

/// <summary>
/// Marks a struct without instance state as a micro-library. Its type parameters are what it requires, in the order of
/// its <see cref="RequiresAttribute{TContract}"/> attributes; the composition closes them.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class UkLibraryAttribute : Attribute
{
    /// <summary>Where the library can run. A composition for another target refuses it.</summary>
    public UkTargets Targets { get; set; } = UkTargets.All;
}

/// <summary>The library implements this contract.</summary>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true)]
public sealed class ProvidesAttribute<TContract> : Attribute where TContract : IContract
{
    /// <summary>Taken when several libraries provide the contract and the application does not choose.</summary>
    public bool Default { get; set; }

    /// <summary>Taken only where the application names it with <c>[Uses]</c>; never as one of several, nor as the only one.</summary>
    public bool OnlyChosen { get; set; }

    /// <summary><see cref="OnlyChosen"/> on these targets alone. For all that the library provides in this way it is the same.</summary>
    public UkTargets OnlyChosenOn { get; set; }
}

/// <summary>The library needs this contract: it is the constraint of the type parameter at the same position.</summary>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true)]
public sealed class RequiresAttribute<TContract> : Attribute where TContract : IContract;

/// <summary>
/// On a contract: several providers may serve together. The composition folds them, in the order of their names, with
/// this open generic struct of two type parameters, which provides the contract itself: <c>FirstFound&lt;A, B&gt;</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class CombineAttribute(Type combinator) : Attribute
{
    public Type Combinator { get; } = combinator;
}

/// <summary>
/// On an attribute class: an application's <c>partial struct</c> that carries the attribute becomes a part, a provider of
/// <typeparamref name="TContract"/>. The attribute's arguments are the part's <typeparamref name="TOptions"/>, matched by
/// name; its type arguments are the parts it uses.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PartAttribute<TContract, TOptions> : Attribute
    where TContract : IContract
    where TOptions : IOptions;

/// <summary>The library, a driver or what a driver uses, is for this device on PCI. DPDK: <c>RTE_PCI_DEVICE</c>.</summary>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true)]
public sealed class PciDeviceAttribute(ushort vendor, ushort device) : Attribute
{
    public ushort Vendor { get; } = vendor;
    public ushort Device { get; } = device;
}

/// <summary>The library is for devices of this type on virtio-mmio: VIRTIO 1.2, §5.</summary>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true)]
public sealed class VirtioDeviceAttribute(uint type) : Attribute
{
    public uint Type { get; } = type;
}

/// <summary>
/// The library is a device in software, which ports have by this name: <c>--port0=name</c> or <c>--port0=name:arguments</c>.
/// DPDK: <c>RTE_PMD_REGISTER_VDEV</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true)]
public sealed class VdevAttribute(string name) : Attribute
{
    /// <summary>Lower-case letters, digits, hyphens and underscores.</summary>
    public string Name { get; } = name;
    /// <summary>Ports that no option says anything of have this one.</summary>
    public bool IsDefault { get; set; }
}

/// <summary>One library, condensed. Written by UkGen.Library, never by hand.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class LibraryManifestAttribute(Type library) : Attribute
{
    public Type Library { get; } = library;
    public UkTargets Targets { get; set; }
    public Type[] Provides { get; set; } = [];
    /// <summary>The contracts among <see cref="Provides"/> for which the library is the default provider.</summary>
    public Type[] DefaultFor { get; set; } = [];
    /// <summary>The contracts among <see cref="Provides"/> for which the library serves only who names it.</summary>
    public Type[] OnlyChosenFor { get; set; } = [];
    /// <summary>The targets on which that is so.</summary>
    public UkTargets OnlyChosenOn { get; set; } = UkTargets.All;
    /// <summary>"pci:1af4:1041", "virtio:1", "vdev:null", "vdev:tap:default".</summary>
    public string[] Devices { get; set; } = [];
    /// <summary>In the order of the library's type parameters.</summary>
    public Type[] Requires { get; set; } = [];
    /// <summary>The library implements <see cref="IInitialize{TSelf}"/>.</summary>
    public bool Initializes { get; set; }
}
