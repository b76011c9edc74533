// What the user said when the program was started: the command line of a process, or that of a kernel.

using System;

namespace Uk.Platform;

/// <summary>
/// Declares access to the options that the program is started with: <c>[StartOptions] partial struct Start;</c>
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
[Part<IStartOptions, IStartOptionsSettings>]
public sealed class StartOptionsAttribute : Attribute;

/// <summary>There is nothing to set.</summary>
public interface IStartOptionsSettings : IOptions;

public interface IStartOptions : IContract;

/// <summary>
/// The command line, and where there is one the environment. Boot only. On <c>kvm</c> it is the kernel's command line,
/// <c>uk run --append</c>, whose words blanks divide.
/// </summary>
public interface IStartOptions<TSelf> : IStartOptions where TSelf : struct, IStartOptions<TSelf>
{
    /// <summary>
    /// The value of <c>--name=value</c> or <c>--name value</c>, or else of the environment's variable
    /// <paramref name="variable"/>. Untrusted; valid for good. The last one holds where an option is there twice.
    /// </summary>
    /// <param name="name">ASCII, with its hyphens.</param>
    static abstract bool TryGetOption(
        scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> variable, out ReadOnlySpan<byte> value);
}
