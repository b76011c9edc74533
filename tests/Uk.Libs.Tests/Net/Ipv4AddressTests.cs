using System;
using Uk.Net;
using Xunit;

namespace Uk.Libs.Tests.Net;

public sealed class Ipv4AddressTests
{
    [Theory]
    [InlineData("0.0.0.0", 0u)]
    [InlineData("10.10.0.3", 0x0A0A_0003u)]
    [InlineData("255.255.255.255", 0xFFFF_FFFFu)]
    [InlineData("192.0.2.100", 0xC000_0264u)]
    public void Text_and_value(string text, uint value)
    {
        Assert.True(Ipv4Address.TryParse(text, out Ipv4Address address));
        Assert.Equal(value, address.Value);
        Assert.Equal(text, address.ToString());
        Assert.Equal($"<{text}>", $"<{address}>");
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.10.0")]
    [InlineData("10.10.0.")]
    [InlineData("10.10.0.3.")]
    [InlineData("10.10.0.3.4")]
    [InlineData(".10.10.0.3")]
    [InlineData("10..0.3")]
    [InlineData("10.10.0.256")]
    [InlineData("10.10.0.1000")]
    [InlineData("10.10.0.03")]
    [InlineData("10.10.0.00")]
    [InlineData("10.10.0.3 ")]
    [InlineData("10.10.0.-3")]
    [InlineData("10.10.0.0x3")]
    [InlineData("10,10,0,3")]
    [InlineData("168427523")]
    public void Other_text_is_refused(string text)
    {
        Assert.False(Ipv4Address.TryParse(text, out Ipv4Address address));
        Assert.Equal(default, address);
    }

    [Fact]
    public void Numbers_are_in_the_order_of_writing() =>
        Assert.Equal(new Ipv4Address(0x0102_0304), new Ipv4Address(1, 2, 3, 4));

    [Theory]
    [InlineData("0.0.0.0", false)]
    [InlineData("0.1.2.3", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("240.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("1.0.0.1", true)]
    [InlineData("10.10.0.2", true)]
    [InlineData("223.255.255.254", true)]
    public void Who_can_be_answered(string text, bool host)
    {
        Assert.True(Ipv4Address.TryParse(text, out Ipv4Address address));
        Assert.Equal(host, address.IsHost);
    }

    [Fact]
    public void Formatting_needs_the_room_of_the_text()
    {
        Span<char> text = stackalloc char[9];
        Ipv4Address address = new(10, 10, 0, 3);
        Assert.False(address.TryFormat(text[..8], out int written, default, null));
        Assert.Equal(0, written);
        Assert.True(address.TryFormat(text, out written, default, null));
        Assert.Equal(9, written);
    }
}
