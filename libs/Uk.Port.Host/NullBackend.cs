using System;

namespace Uk.Port.Host;

/// <summary>Never receives and sends into the void. DPDK: <c>net_null</c>, which makes up what it receives.</summary>
internal sealed class NullBackend : HostBackend
{
    public override string Description => "nothing behind it";

    public override bool TryReceive(Span<byte> room, out int lengthBytes, out DropReason reason)
    {
        lengthBytes = 0;
        reason = DropReason.None;
        return false;
    }

    public override bool TrySend(ReadOnlySpan<byte> frame) => true;
}
