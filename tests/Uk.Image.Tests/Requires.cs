using System;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

/// <summary>What a test needs of the host. Absent, it is skipped with the reason; on CI it fails.</summary>
internal static class Requires
{
    private static readonly bool s_isCi = Environment.GetEnvironmentVariable("CI") == "true";

    public static void Tool(HostTool tool)
    {
        if (tool.Find() is null) Refuse(new MissingToolException(tool).Message);
    }

    /// <summary>A private network with a TAP device.</summary>
    /// <param name="queues">Of the device.</param>
    public static TapNetwork Tap(string hostAddress, int queues = 1)
    {
        try
        {
            return TapNetwork.Create(hostAddress, 24, queues: queues);
        }
        catch (Exception e) when (e is NetworkUnavailableException or MissingToolException)
        {
            Refuse(e.Message);
            throw;
        }
    }

    private static void Refuse(string reason)
    {
        if (s_isCi) Assert.Fail(reason);
        Assert.Skip(reason);
    }
}
