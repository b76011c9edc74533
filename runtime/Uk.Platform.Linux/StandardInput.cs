// What comes in at standard input. Uk.CoreLib asks by name (Internal/ConsoleInput.cs), so an image that reads nothing does
// not have it.

namespace Uk.Platform.Linux;

internal static unsafe class StandardInput
{
    /// <summary>What has come in, up to the length: how much it is, 0 at the end, or -1 when nothing is there yet.</summary>
    internal static nint Read(byte* bytes, nint lengthBytes) => Kernel.ReadReady(Kernel.StandardInput, bytes, lengthBytes);
}
