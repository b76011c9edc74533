// The vectors of Microsoft's "Verifying the RSS Hash Calculation".

using System;
using System.Net;
using Uk.EthDev;
using Xunit;

namespace Uk.Libs.Tests.EthDev;

public sealed class RssHashTests
{
    private const RssTypes All = RssTypes.Ip | RssTypes.Tcp | RssTypes.Udp;

    private static byte[] Frame(string source, int sourcePort, string destination, int destinationPort, byte protocol, int fragment = 0)
    {
        byte[] from = IPAddress.Parse(source).GetAddressBytes(), to = IPAddress.Parse(destination).GetAddressBytes();
        byte[] ports = [(byte)(sourcePort >> 8), (byte)sourcePort, (byte)(destinationPort >> 8), (byte)destinationPort, 0, 0, 0, 0];
        byte[] network = from.Length == 4
            ? [0x45, 0, 0, 28, 0, 0, (byte)(fragment >> 8), (byte)fragment, 64, protocol, 0, 0, .. from, .. to]
            : [0x60, 0, 0, 0, 0, 8, protocol, 64, .. from, .. to];
        return [.. new byte[12], .. from.Length == 4 ? (byte[])[8, 0] : [0x86, 0xDD], .. network, .. ports];
    }

    [Theory]
    [InlineData("66.9.149.187", 2794, "161.142.100.80", 1766, 0x323E8FC2, 0x51CCC178)]
    [InlineData("199.92.111.2", 14230, "65.69.140.83", 4739, 0xD718262A, 0xC626B0EA)]
    [InlineData("24.19.198.95", 12898, "12.22.207.184", 38024, 0xD2D0A5DE, 0x5C2B394A)]
    [InlineData("3ffe:2501:200:1fff::7", 2794, "3ffe:2501:200:3::1", 1766, 0x2CC18CD5, 0x40207D3D)]
    [InlineData("3ffe:501:8::260:97ff:fe40:efab", 14230, "ff02::1", 4739, 0x0F0C461C, 0xDDE51BBF)]
    public void Hashes_are_those_of_the_verification_suite(string source, int sourcePort, string destination, int destinationPort, uint addresses, uint all)
    {
        byte[] frame = Frame(source, sourcePort, destination, destinationPort, protocol: 6);
        Assert.Equal(addresses, RssHash.Of(frame, RssTypes.Ip, RssHash.DefaultKey));
        Assert.Equal(all, RssHash.Of(frame, RssTypes.Tcp, RssHash.DefaultKey));
        Assert.Equal(all, RssHash.Of(frame, All, RssHash.DefaultKey));
        // A UDP datagram of the same ports is hashed alike, where its type is asked for.
        byte[] datagram = Frame(source, sourcePort, destination, destinationPort, protocol: 17);
        Assert.Equal(all, RssHash.Of(datagram, RssTypes.Udp, RssHash.DefaultKey));
        Assert.Equal(addresses, RssHash.Of(datagram, RssTypes.Ip | RssTypes.Tcp, RssHash.DefaultKey));
        Assert.Equal(0u, RssHash.Of(datagram, RssTypes.Tcp, RssHash.DefaultKey));
    }

    [Fact]
    public void Fragments_are_hashed_by_their_addresses()
    {
        byte[] fragment = Frame("66.9.149.187", 2794, "161.142.100.80", 1766, protocol: 6, fragment: 0x2000);
        Assert.Equal(0x323E8FC2u, RssHash.Of(fragment, All, RssHash.DefaultKey));
    }

    /// <summary>Whatever comes, nothing is read beyond the frame.</summary>
    [Fact]
    public void Every_frame_has_some_hash()
    {
        Random random = new(1);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] frame = new byte[random.Next(80)];
            random.NextBytes(frame);
            if (frame.Length > 14) (frame[12], frame[13]) = i % 2 == 0 ? ((byte)8, (byte)0) : ((byte)0x86, (byte)0xDD);
            int worker = RssHash.Choose(RssHash.Of(frame, All, RssHash.DefaultKey), 3);
            Assert.InRange(worker, 0, 2);
        }
    }
}
