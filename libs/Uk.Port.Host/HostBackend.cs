// What can stand behind a host port.

using System;

namespace Uk.Port.Host;

/// <summary>Frames in, frames out, one at a time and without waiting. One thread.</summary>
internal abstract class HostBackend
{
    /// <summary>For people: "TAP uk0".</summary>
    public abstract string Description { get; }

    public virtual bool LinkUp => true;

    /// <summary>No frame will ever come again.</summary>
    public virtual bool Ended => false;

    /// <summary>
    /// False: no frame is there now. Otherwise one was taken, and is lost where the reason is not None.
    /// </summary>
    /// <exception cref="HostPortException">What is read is broken for good.</exception>
    public abstract bool TryReceive(Span<byte> room, out int lengthBytes, out DropReason reason);

    /// <summary>False: no room now, and nothing was sent.</summary>
    /// <exception cref="HostPortException">What is written to is broken for good.</exception>
    public abstract bool TrySend(ReadOnlySpan<byte> frame);

    /// <summary>Called after each burst: what was sent leaves the process.</summary>
    /// <exception cref="HostPortException">What is written to is broken for good.</exception>
    public virtual void Flush()
    {
    }

    /// <summary>Idempotent; may be called from the thread that ends the process.</summary>
    public virtual void Close()
    {
    }
}

/// <summary>A port cannot be what the user asked for. The message says why and what to do.</summary>
internal sealed class HostPortException(string message) : Exception(message);
