using System;

namespace Uk.EthDev;

/// <summary>An IEEE 802 MAC address, 6 bytes in transmission order. DPDK: <c>rte_ether_addr</c>.</summary>
public readonly struct MacAddress(ulong value) : IEquatable<MacAddress>
{
    /// <summary>The first byte on the wire is bits 47-40.</summary>
    private readonly ulong _value = value & 0xFFFF_FFFF_FFFF;

    public ulong Value => _value;
    public static MacAddress Broadcast => new(0xFFFF_FFFF_FFFF);
    public bool IsMulticast => ((_value >> 40) & 1) != 0;

    public bool Equals(MacAddress other) => _value == other._value;
    public override bool Equals(object? other) => other is MacAddress address && Equals(address);
    public override int GetHashCode() => _value.GetHashCode();
    public static bool operator ==(MacAddress left, MacAddress right) => left._value == right._value;
    public static bool operator !=(MacAddress left, MacAddress right) => left._value != right._value;
}
