using System;
using Uk.EthDev;
using Xunit;

namespace Uk.Libs.Tests.EthDev;

public sealed class MacAddressTests
{
    [Theory]
    [InlineData("00:15:17:15:5d:75", 0x0015_1715_5D75UL)]
    [InlineData("00-15-17-15-5D-75", 0x0015_1715_5D75UL)]
    [InlineData("ff:ff:ff:ff:ff:ff", 0xFFFF_FFFF_FFFFUL)]
    [InlineData("00:00:00:00:00:00", 0UL)]
    public void Text_is_parsed(string text, ulong value)
    {
        Assert.True(MacAddress.TryParse(text, out MacAddress address));
        Assert.Equal(value, address.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00:15:17:15:5d")]
    [InlineData("00:15:17:15:5d:7")]
    [InlineData("00:15:17:15:5d:755")]
    [InlineData("00:15:17:15:5d:7g")]
    [InlineData("00:15-17:15:5d:75")]
    [InlineData("00.15.17.15.5d.75")]
    [InlineData("0015.1715.5d75")]
    [InlineData(" 0:15:17:15:5d:75")]
    [InlineData("00:15:17:15:5d:7\u0161")]
    public void Other_text_is_refused(string text)
    {
        Assert.False(MacAddress.TryParse(text, out MacAddress address));
        Assert.Equal(default, address);
    }

    [Fact]
    public void Text_and_value_are_the_same_both_ways()
    {
        Random random = new(3);
        for (int i = 0; i < 1000; i++)
        {
            MacAddress address = new((ulong)random.NextInt64());
            Assert.True(MacAddress.TryParse(address.ToString(), out MacAddress again));
            Assert.Equal(address, again);
        }
    }

    [Fact]
    public void Interpolation_prints_lower_case_with_colons() =>
        Assert.Equal("<00:15:17:15:5d:75>", $"<{new MacAddress(0x0015_1715_5D75)}>");

    [Fact]
    public void Formatting_needs_17_characters()
    {
        Span<char> text = stackalloc char[17];
        Assert.False(MacAddress.Broadcast.TryFormat(text[..16], out int written, default, null));
        Assert.Equal(0, written);
        Assert.True(MacAddress.Broadcast.TryFormat(text, out written, default, null));
        Assert.Equal(17, written);
    }

    [Theory]
    [InlineData(0xFFFF_FFFF_FFFFUL, true)]
    [InlineData(0x0100_5E00_0001UL, true)]
    [InlineData(0x0200_0000_0001UL, false)]
    public void The_group_bit_is_the_lowest_of_the_first_byte(ulong value, bool multicast) =>
        Assert.Equal(multicast, new MacAddress(value).IsMulticast);

    [Fact]
    public void Only_48_bits_count() =>
        Assert.Equal(new MacAddress(1), new MacAddress(0xFFFF_0000_0000_0001));
}
