using Uk.Testing;
using Xunit;

public sealed class HelloTests
{
    [Fact]
    public void It_says_hello()
    {
        ProgramOutcome outcome = HostProgram.Run("Uk-Program", []);
        Assert.Equal("Hello from a unikernel written in C#.\n", outcome.Output.ReplaceLineEndings("\n"));
    }
}
