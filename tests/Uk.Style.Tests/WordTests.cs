// The words of docs/style.md: the ones on the left are used, those on the right nowhere.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Uk.Style.Tests;

public sealed partial class WordTests
{
    private const string StylePath = "docs/style.md";

    [Fact]
    public void Words_that_are_not_used_are_not_used()
    {
        string[] refused = [.. Refused()];
        Assert.Contains("MemPool", refused);
        Regex any = new($@"\b({string.Join('|', refused.Select(Regex.Escape))})\b");
        Assert.Empty(
            from source in Sources.Pages.Concat(Sources.Code)
            where source.Path != StylePath && !source.Path.StartsWith("tests/Uk.Style.Tests/", StringComparison.Ordinal)
            from line in source.Lines.Index()
            let found = any.Match(line.Item)
            where found.Success
            select $"{source.Path}({line.Index + 1}): {found.Value}");
    }

    /// <summary>Types that say nothing of what they do. In the core library .NET and its compiler choose the names.</summary>
    [Fact]
    public void No_type_is_a_manager_or_a_helper() =>
        Assert.Empty(
            from source in Sources.Code
            where !source.Path.StartsWith("runtime/Uk.CoreLib/", StringComparison.Ordinal)
            from Match found in EmptyName().Matches(source.Text)
            select $"{source.Path}: {found.Groups["name"].Value}");

    private static IEnumerable<string> Refused() =>
        from row in Row().Matches(Sources.Pages.Single(page => page.Path == StylePath).Text)
        from word in row.Groups["not"].Value.Split(',', StringSplitOptions.TrimEntries)
        where word is not ("not" or "---")
        select word;

    [GeneratedRegex(@"^\| [^|]+ \| (?<not>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\b(class|struct|interface|record|enum) (?<name>\w*(Manager|Helper|Helpers|Utils|Utilities|Common))\b")]
    private static partial Regex EmptyName();
}
