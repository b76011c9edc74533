using System;
using System.Collections.Generic;
using System.IO;
using Uk.EthDev;
using Uk.Port.Host;
using Xunit;

namespace Uk.Libs.Tests.HostPorts;

public sealed class HostPortSettingsTests
{
    private readonly Dictionary<string, string> _environment = [];

    [Fact]
    public void Without_options_a_port_is_a_TAP_named_by_its_index()
    {
        HostPortSettings settings = Parse(2);
        Assert.Equal(HostPortKind.Tap, settings.Kind);
        Assert.Equal("uk2", settings.InterfaceName);
        Assert.Equal("--port2", settings.OptionName);
        Assert.Equal("02:00:00:00:00:03", settings.MacAddress.ToString());
    }

    [Theory]
    [InlineData("tap", "uk0")]
    [InlineData("tap:", "uk0")]
    [InlineData("tap:vnf-in", "vnf-in")]
    public void A_TAP_may_have_a_name(string text, string name)
    {
        HostPortSettings settings = Parse(0, "--port0", text);
        Assert.Equal(HostPortKind.Tap, settings.Kind);
        Assert.Equal(name, settings.InterfaceName);
    }

    [Theory]
    [InlineData("pcap:in.pcap", "in.pcap", "")]
    [InlineData("pcap:in.pcap,out.pcap", "in.pcap", "out.pcap")]
    [InlineData("pcap:,out.pcap", "", "out.pcap")]
    [InlineData("pcap:/a:b/in.pcap,c,d", "/a:b/in.pcap", "c,d")]
    public void Capture_files_in_and_out(string text, string input, string output)
    {
        HostPortSettings settings = Parse(0, "--port0", text);
        Assert.Equal(HostPortKind.Pcap, settings.Kind);
        Assert.Equal(input, settings.InputPath);
        Assert.Equal(output, settings.OutputPath);
    }

    [Fact]
    public void Options_of_each_port_are_its_own()
    {
        string[] arguments = ["--port1", "null", "--port0=pcap:a", "--mac1", "02:00:00:00:00:99"];
        Assert.Equal(HostPortKind.Pcap, Parse(0, arguments).Kind);
        Assert.Equal(new MacAddress(0x0200_0000_0001), Parse(0, arguments).MacAddress);
        Assert.Equal(HostPortKind.Null, Parse(1, arguments).Kind);
        Assert.Equal(new MacAddress(0x0200_0000_0099), Parse(1, arguments).MacAddress);
    }

    [Fact]
    public void The_environment_serves_where_the_command_line_is_silent()
    {
        _environment["UK_PORT0"] = "pcap:env.pcap";
        _environment["UK_MAC0"] = "00:15:17:15:5d:75";
        Assert.Equal("env.pcap", Parse(0).InputPath);
        Assert.Equal(new MacAddress(0x0015_1715_5D75), Parse(0).MacAddress);
        Assert.Equal(HostPortKind.Null, Parse(0, "--port0", "null").Kind);
        Assert.Equal(HostPortKind.Tap, Parse(1).Kind);
    }

    [Theory]
    [InlineData("--verbose", "--port9", "null", "file", "--port0", "null")]
    [InlineData("@missing-file", "--port0", "null")]
    [InlineData("-abc", "--port0", "null", "--name=x", "--")]
    [InlineData("--port0", "null", "--", "--port0", "tap")]
    [InlineData("--version", "--port0", "null")]
    public void Options_of_the_application_are_left_alone(params string[] arguments) =>
        Assert.Equal(HostPortKind.Null, Parse(0, arguments).Kind);

    [Theory]
    [InlineData("ring")]
    [InlineData("")]
    [InlineData("null:x")]
    [InlineData("pcap")]
    [InlineData("pcap:")]
    [InlineData("TAP")]
    public void Unknown_forms_are_an_error_that_lists_the_known(string text)
    {
        var problem = Assert.Throws<HostPortException>(() => Parse(0, "--port0", text));
        Assert.Contains("--port0", problem.Message);
        Assert.Contains("pcap:<in.pcap>,<out.pcap>", problem.Message);
    }

    [Theory]
    [InlineData("tap:sixteen-letters-")]
    [InlineData("tap:a b")]
    [InlineData("tap:a/b")]
    [InlineData("tap:eth%d")]
    [InlineData("tap:eth0:1")]
    [InlineData("tap:grün")]
    public void Names_that_no_interface_can_have_are_refused(string text) =>
        Assert.Throws<HostPortException>(() => Parse(0, "--port0", text));

    [Theory]
    [InlineData("02:00:00:00:00")]
    [InlineData("03:00:00:00:00:01")]
    [InlineData("ff:ff:ff:ff:ff:ff")]
    [InlineData("00:00:00:00:00:00")]
    public void MAC_addresses_that_no_device_can_have_are_refused(string text)
    {
        var problem = Assert.Throws<HostPortException>(() => Parse(0, "--port0", "null", "--mac0", text));
        Assert.Contains($"--mac0 {text}", problem.Message);
    }

    [Theory]
    [InlineData("--port0")]
    [InlineData("--port0", "null", "--port0", "tap")]
    public void An_option_without_value_or_given_twice_is_an_error(params string[] arguments)
    {
        var problem = Assert.Throws<HostPortException>(() => Parse(0, arguments));
        Assert.Contains("--port0", problem.Message);
    }

    [Fact]
    public void A_file_is_not_read_and_overwritten_at_once()
    {
        var problem = Assert.Throws<HostPortException>(() => Parse(0, "--port0", "pcap:a.pcap,./a.pcap"));
        Assert.Contains("a.pcap", problem.Message);
    }

    [Fact]
    public void Help_shows_the_options_of_ports()
    {
        StringWriter output = new();
        Assert.True(HostPortSettings.TryShowHelp(["--help"], output));
        Assert.Contains("--port<n>", output.ToString());
        Assert.Contains("--mac<n>", output.ToString());
        Assert.Contains("pcap:<in.pcap>,<out.pcap>", output.ToString());
    }

    [Theory]
    [InlineData]
    [InlineData("--port0", "null", "something")]
    [InlineData("--", "--help")]
    public void Help_is_not_shown_unasked(params string[] arguments)
    {
        StringWriter output = new();
        Assert.False(HostPortSettings.TryShowHelp(arguments, output));
        Assert.Equal("", output.ToString());
    }

    private HostPortSettings Parse(int index, params string[] arguments) =>
        HostPortSettings.Parse(arguments, name => _environment.GetValueOrDefault(name), index);
}
