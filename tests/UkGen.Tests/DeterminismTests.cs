// The same application gives the same text, whatever the order of its files, the culture or the machine.

using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Xunit;

namespace UkGen.Tests;

public sealed class DeterminismTests
{
    private const string Usings = "using Uk; using Uk.EthDev; using Uk.Memory; using Uk.Mempool; using Fakes.Net;\n";

    private static readonly ImmutableArray<(string, string)> s_files =
    [
        ("A.cs", Usings + "[assembly: Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.TimeoutNs), 12_345_678)]"),
        ("B.cs", Usings + "namespace App; [MemoryRegion(Size = 3_000_000)] partial struct Iota;"),
        ("B2.cs", Usings + "namespace App; [MemoryRegion(Size = 9000)] partial struct IOTA;"),
        ("C.cs", Usings + "namespace App; [Mempool<Iota>] partial struct Packets; [Port(1)] partial struct Lan;"),
        ("D.cs", Usings + "namespace App; [Port(0)] partial struct Wan;"),
        ("D2.cs", Usings + "namespace App; [MemoryRegion(Size = 1, PageSize = PageSize.TwoMegabytes)] partial struct Big;"),
        ("E.cs", Usings + "namespace App; static class Program { [Lcore(0)] internal static void Loop() { } }"),
    ];

    private static string Expected { get; } = new Build { Sources = s_files }.Run().WithoutDiagnostics().Text;

    [Fact]
    public void TheOrderOfFilesDoesNotMatter()
    {
        Assert.Equal(Expected, new Build { Sources = [.. s_files.Reverse()] }.Run().Text);
        Assert.Equal(Expected, new Build { Sources = s_files, Fakes = ["Net", "Memory", "Platforms"] }.Run().Text);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void TheCultureDoesNotMatter(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(Expected, new Build { Sources = s_files }.Run().Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void LinesEndInALineFeedAlone()
    {
        Assert.DoesNotContain("\r", Expected, StringComparison.Ordinal);
        Assert.DoesNotContain(" \n", Expected, StringComparison.Ordinal);
    }
}
