using System;
using Uk.Qemu;
using Xunit;

namespace Uk.Tool.Tests;

internal static class PrivateNetwork
{
    /// <summary>A TAP network, or a skipped test where the system does not allow one; on CI that is a failure.</summary>
    public static TapNetwork CreateOrSkip(string hostAddress, int prefixLength)
    {
        try
        {
            return TapNetwork.Create(hostAddress, prefixLength);
        }
        catch (Exception e) when (e is NetworkUnavailableException or MissingToolException && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip(e.Message);
            throw;
        }
    }
}
