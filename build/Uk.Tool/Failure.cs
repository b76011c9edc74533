using System;
using System.IO;
using System.Text.Json;
using Uk.Qemu;
using Uk.Tool.Plan;

namespace Uk.Tool;

/// <summary>Errors as people and MSBuild's Exec task read them: <c>origin: error CODE: text</c>.</summary>
internal static class Failure
{
    /// <summary>Returns the status that the command ends with.</summary>
    public static int Report(string origin, string message, int status = 1, string id = "UKT001")
    {
        Console.Error.WriteLine($"{origin}: error {id}: {message}");
        return status;
    }

    /// <summary>Runs a command; what the user can do something about becomes a line, anything else stays an exception.</summary>
    public static int Guard(string origin, Func<int> command, int status = 1)
    {
        try
        {
            return command();
        }
        catch (PlanException e)
        {
            return Report(origin, e.Message, status, e.Id);
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException or MissingToolException
            or ToolFailedException or TimeoutException or ArgumentException or JsonException)
        {
            return Report(origin, e.Message, status);
        }
    }
}
