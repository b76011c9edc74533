// The input of the console: asked of the platform by name, so that only images that read have it.

using System.Runtime.CompilerServices;

namespace Internal.Runtime;

internal static unsafe class ConsoleInput
{
    /// <summary>What has come in, up to the length: how much it is, 0 at the end of all input, or -1 when nothing is there yet.</summary>
    internal static nint Read(byte* bytes, nint lengthBytes) =>
        RuntimeFeatures.IsVirtualMachine ? Kvm(null, bytes, lengthBytes) : Linux(null, bytes, lengthBytes);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Read")]
    private static extern nint Kvm([UnsafeAccessorType("Uk.Platform.Kvm.SerialInput, Uk.Platform.Kvm")] object? device, byte* bytes, nint lengthBytes);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Read")]
    private static extern nint Linux([UnsafeAccessorType("Uk.Platform.Linux.StandardInput, Uk.Platform.Linux")] object? file, byte* bytes, nint lengthBytes);
}
