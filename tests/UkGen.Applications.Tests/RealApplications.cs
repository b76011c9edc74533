// The applications of this repository over its real libraries, on every target.

using System;
using System.IO;
using System.Linq;
using Xunit;

namespace UkGen.Tests;

public sealed class RealApplications
{
    public static TheoryData<string> Targets => ["", "kvm", "linux"];

    /// <summary>No device, no packet, no scheduler: what an application does not ask for is not in it.</summary>
    [Theory]
    [MemberData(nameof(Targets))]
    public void HelloWorldGetsNothing(string target) =>
        Assert.Empty(Application("HelloWorld", target).WithoutDiagnostics().Generated);

    [Theory]
    [InlineData("")]
    [InlineData("kvm")]
    public void PingResponder(string target) =>
        Snapshot.Verify(
            "PingResponder." + (target.Length == 0 ? "host" : target),
            Application("PingResponder", target).WithoutDiagnostics().Text);

    private static BuildResult Application(string name, string target) => new Build
    {
        Sources =
        [
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "apps", name), "*.cs")
                .Order(StringComparer.Ordinal)
                .Select(f => (Path.GetFileName(f), File.ReadAllText(f))),
        ],
        Target = target,
        UsesRealLibraries = true,
    }.Run();
}
