// Whether the program is an image or an ordinary .NET process. The compiler of images knows the answer and leaves the other
// branch out; the analyzers know these conditions, as they know those of OperatingSystem.

using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.Versioning;

namespace Uk;

/// <summary>
/// For code that is compiled once for images and for .NET: <c>if (Running.OnDotNet) File.WriteAllText(…)</c>. To write one of
/// the two only for images, <c>#if UK_IMAGE</c> works as well, in programs.
/// </summary>
/// <remarks>Any context; constant in an image.</remarks>
public static class Running
{
    /// <summary>What images are called in <c>[SupportedOSPlatform]</c> and <c>[UnsupportedOSPlatform]</c>.</summary>
    public const string Platform = "unikernel";

    /// <summary>The program is an image: without .NET's runtime, files, sockets and threads.</summary>
    [SupportedOSPlatformGuard(Platform), FeatureSwitchDefinition("Uk.InImage")]
    public static bool InImage => AppContext.TryGetSwitch("Uk.InImage", out bool isImage) && isImage;

    /// <summary>.NET's runtime runs the program: all of .NET is there.</summary>
    [UnsupportedOSPlatformGuard(Platform), FeatureSwitchDefinition("Uk.OnDotNet")]
    public static bool OnDotNet => !AppContext.TryGetSwitch("Uk.OnDotNet", out bool isDotNet) || isDotNet;
}
