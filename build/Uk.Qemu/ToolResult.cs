using System;
using System.Threading.Tasks;

namespace Uk.Qemu;

/// <summary>How a program ended and what it printed.</summary>
public sealed record ToolResult(ChildCommand Command, int Status, string Output, string Error)
{
    /// <exception cref="TimeoutException">It ran for more than <paramref name="timeout"/> and was killed.</exception>
    public static ToolResult Of(ChildCommand command, TimeSpan timeout, string? input = null)
    {
        using var child = ChildProcess.Start(command, input is null ? ChildInput.None : ChildInput.Pipe);
        Task<string> output = child.StandardOutput.ReadToEndAsync();
        Task<string> error = child.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            child.StandardInput.Write(input);
            child.StandardInput.Close();
        }
        if (!child.WaitForExit(timeout)) throw new TimeoutException($"{command} did not end within {timeout.TotalSeconds:0.#} s");
        Task.WaitAll(output, error);
        return new ToolResult(command, child.ExitCode, output.Result, error.Result);
    }

    /// <exception cref="ToolFailedException">The status is not 0.</exception>
    public string OutputOrThrow() =>
        Status == 0 ? Output : throw new ToolFailedException($"{Command} ended with status {Status}: {(Error + Output).Trim()}");
}
