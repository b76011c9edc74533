using System.IO;
using Xunit;

namespace Uk.CoreLib.Tests;

public sealed class ApiCoverageTests
{
    /// <summary>UKGEN_ACCEPT=1 writes the page.</summary>
    [Fact]
    public void The_page_of_what_is_there_is_current() =>
        Accepted.Equal(Path.Combine(Repository.Root, "docs/api-coverage.md"), ApiCoverage.Write());
}
