namespace System.Diagnostics;

public static class Debug
{
    [Conditional("DEBUG")]
    public static void Assert(bool condition, string? message = null)
    {
        if (!condition) Environment.FailFast(message ?? "An assertion does not hold.");
    }
}
