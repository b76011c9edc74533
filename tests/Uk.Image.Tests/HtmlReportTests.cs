// X.report.html, looked at as its readers do: in a browser, without a network.

using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed partial class HtmlReportTests
{
    private const string Window = "--window-size=1280,1400";
    private static readonly TimeSpan s_timeout = Patience.Long;
    private static readonly HostTool s_browser = new("chromium", "chromium");

    private static string Report => Path.ChangeExtension(Images.PingResponder, ".report.html");

    [Fact]
    public void The_report_speaks_of_sizes_reasons_and_what_is_not_there_and_needs_nothing_else()
    {
        string html = File.ReadAllText(Report);
        Assert.Contains("<h2>Size by library and namespace</h2>", html);
        Assert.Contains("Wan (Port) → EthDev as IEthPort → VirtioNet as IEthDriver → BothBuses as IBus → BothBuses as IBus → PciBus as IBus", html);
        Assert.Contains("BuddyAllocator</td><td>could be the IMemoryRegion in place of BumpAllocator: [Uses(typeof(BuddyAllocator&lt;,,&gt;))]", html);
        Assert.Contains("<td>library</td><td>Uk.Lpm</td>", html);
        Assert.Contains("<td>feature</td><td>exceptions</td>", html);
        Assert.Contains("page tables, long mode, stack", html);
        Assert.Contains("PingResponder.Loop", html);
        Assert.DoesNotMatch(@"(src|href)\s*=|@import|url\(|<script", html);
    }

    [Fact]
    public void A_browser_renders_it()
    {
        Requires.Tool(s_browser);
        using var folder = TemporaryFolder.Create();
        string dom = Browse(folder, "--dump-dom", new Uri(Report).AbsoluteUri);
        // The browser closes what it does not understand where it thinks fit: all of it stands where it was written.
        Assert.Equal(Rectangle().Count(File.ReadAllText(Report)), Rectangle().Count(dom));
        Assert.True(Rectangle().Count(dom) > 200);
        Assert.Contains("<h2>What was left out</h2>", dom);
        Assert.EndsWith("</section></body></html>", dom.Replace("\n", "", StringComparison.Ordinal));

        File.WriteAllText(folder.File("blank.html"), "<!DOCTYPE html>\n<title>nothing</title>\n");
        long blank = Screenshot(folder, "blank.png", new Uri(folder.File("blank.html")).AbsoluteUri);
        long report = Screenshot(folder, "report.png", new Uri(Report).AbsoluteUri);
        // The same window with nothing in it compresses to next to nothing.
        Assert.True(report > 20 * blank, $"the picture of the report has {report} bytes, that of an empty page {blank}");
    }

    [Fact]
    public void The_boot_timeline_is_counted_where_the_build_asks_for_it()
    {
        Requires.Tool(HostTool.Qemu);
        string project = Path.Combine(Images.Root, "tests/Uk.Image.Tests/Probes/Budget");
        AppImage.Dotnet("publish", project, "-p:UkTarget=kvm", "-p:UkBootTimeline=true", $"-p:PublishDir={project}/bin/counted/").OutputOrThrow();
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText($"{project}/bin/counted/Budget.report.json"));
        ulong[] counted = [.. json.RootElement.GetProperty("boot").EnumerateArray().Take(3).Select(step => step.GetProperty("instructions").GetUInt64())];
        Assert.All(counted, count => Assert.InRange(count, 100UL, 100_000UL));
        Assert.Contains("Instructions from reset, counted in QEMU.", File.ReadAllText($"{project}/bin/counted/Budget.report.html"));
    }

    private static long Screenshot(TemporaryFolder folder, string name, string address)
    {
        Browse(folder, "--hide-scrollbars", "--screenshot=" + folder.File(name), address);
        return new FileInfo(folder.File(name)).Length;
    }

    private static string Browse(TemporaryFolder folder, params string[] arguments) => s_browser.Output(s_timeout,
        ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=" + folder.File("profile"), Window, .. arguments]);

    [GeneratedRegex("<rect ")]
    private static partial Regex Rectangle();
}
