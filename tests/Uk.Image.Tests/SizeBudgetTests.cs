// <UkSizeBudget>, with real publishes of a program that grows.

using System.IO;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class SizeBudgetTests
{
    private static readonly string s_project = Path.Combine(Images.Root, "tests/Uk.Image.Tests/Probes/Budget");

    [Fact]
    public void Beyond_its_budget_the_build_fails_with_what_has_grown_until_it_shrinks_or_the_budget_does_not_hold_it()
    {
        string sizes = Path.Combine(s_project, "obj/kvm/Release/net10.0/native/Budget.sizes.json");
        if (File.Exists(sizes)) File.Delete(sizes);
        ToolResult first = Publish("-p:UkSizeBudget=18KiB");
        Assert.True(first.Status == 0, first.Output);
        Assert.Matches(@"Budget\.kvm: 1[0-9],[0-9]{3} bytes \(text [0-9,]+, data [0-9,]+, bss [0-9,]+\), memory what it finds, boots on microvm, q35 and pc \(PVH\), [0-9.]+ s\n", first.Output);

        ToolResult grown = Publish("-p:UkSizeBudget=18KiB", "-p:UkGrows=true");
        AssertGrown(grown);
        // It does not become what the next build is compared with.
        AssertGrown(Publish("-p:UkSizeBudget=18KiB", "-p:UkGrows=true"));
        Assert.Contains("\"growth\": {", File.ReadAllText(Path.Combine(s_project, "bin/kvm/Release/net10.0/Budget.report.json")));

        Assert.Equal(0, Publish("-p:UkSizeBudget=1MB", "-p:UkGrows=true").Status);
        ToolResult without = Publish("-p:UkSizeBudget=2_000", "-p:UkGrows=true");
        Assert.Contains("error UK3031: Budget is ", without.Output);
        Assert.Contains("There is no smaller build to compare with. The largest libraries:\n", without.Output);
    }

    [Fact]
    public void A_budget_that_is_no_size_is_refused_with_what_is()
    {
        ToolResult publish = Publish("-p:UkSizeBudget=tiny");
        Assert.NotEqual(0, publish.Status);
        Assert.Contains("error UK3030: UkSizeBudget 'tiny' is no size. Write bytes, or a number with KB, KiB, MB or MiB behind it: 64KiB.", publish.Output);
    }

    [Theory]
    [InlineData("json", true, false)]
    [InlineData("none", false, false)]
    public void Reports_can_be_left_out(string kind, bool json, bool html)
    {
        Assert.Equal(0, Publish("-p:UkReport=" + kind, $"-p:PublishDir={s_project}/bin/{kind}/").Status);
        Assert.Equal(json, File.Exists($"{s_project}/bin/{kind}/Budget.report.json"));
        Assert.Equal(html, File.Exists($"{s_project}/bin/{kind}/Budget.report.html"));
    }

    [Fact]
    public void An_unknown_kind_of_report_is_refused()
    {
        ToolResult publish = Publish("-p:UkReport=pdf");
        Assert.NotEqual(0, publish.Status);
        Assert.Contains("error UK3032: UkReport 'pdf' is unknown. Use none, json or html.", publish.Output);
    }

    private static void AssertGrown(ToolResult publish)
    {
        Assert.NotEqual(0, publish.Status);
        Assert.Matches(@"The image was 1[0-9],[0-9]{3} bytes at the last build within its budget, and is [0-9,]+: \+[0-9,]+ bytes\.\n", publish.Output);
        Assert.Matches(@"change +now  by library\n", publish.Output);
        Assert.Matches(@"\+[0-9,]+ +[0-9,]+  System\.Private\.CoreLib\n", publish.Output);
        Assert.Matches(@"\+[0-9,]+ +[0-9,]+  System\.Private\.CoreLib: System\.Collections\.Generic\n", publish.Output);
        Assert.Matches(@"\+[0-9,]+ +[0-9,]+  [^\n]*Dictionary_2[^\n]*\n", publish.Output);
        Assert.Matches(@"error UK3031: Budget is [0-9,]+ bytes, [0-9,]+ over its budget of 18,432 \(UkSizeBudget\)\.", publish.Output);
    }

    private static ToolResult Publish(params string[] properties) => AppImage.Dotnet(["publish", s_project, "-p:UkTarget=kvm", .. properties]);
}
