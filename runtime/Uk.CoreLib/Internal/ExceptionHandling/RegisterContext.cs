using System.Runtime.InteropServices;

namespace Internal.Runtime.ExceptionHandling;

/// <summary>
/// What a method may rely on across a call, in one frame of the stack. The order is known to exceptions.S.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RegisterContext
{
    internal ulong Rbx, Rbp, R12, R13, R14, R15;

    /// <summary>The stack pointer of the frame, as it is between calls.</summary>
    internal ulong Rsp;

    /// <summary>Where the frame goes on: behind the call that it is in, or at the instruction that faulted.</summary>
    internal ulong Rip;

    /// <summary>1 if <see cref="Rip"/> is an instruction that faulted, 0 if it is a return address.</summary>
    internal ulong IsFault;

    /// <summary>An address inside the instruction that the frame is executing.</summary>
    internal readonly ulong CurrentInstruction => IsFault != 0 ? Rip : Rip - 1;
}
