using System;
using System.Collections.Generic;

/// <summary>What an action throws, as text.</summary>
internal static class Thrown
{
    /// <summary>The kind of exception, and the parameter that it names.</summary>
    public static string By(Action action)
    {
        try
        {
            action();
            return "nothing";
        }
        catch (Exception e)
        {
            return Kind(e) + (e is ArgumentException { ParamName: { } name } ? " " + name : "");
        }
    }

    /// <summary>The kind of exception alone.</summary>
    public static string KindBy(Action action)
    {
        try
        {
            action();
            return "nothing";
        }
        catch (Exception e)
        {
            return Kind(e);
        }
    }

    /// <summary>The kind of exception, and what it says.</summary>
    public static string WithMessage(Action action)
    {
        try
        {
            action();
            return "nothing";
        }
        catch (Exception e)
        {
            return Kind(e) + ": " + e.Message.Replace("\n", "|");
        }
    }

    private static string Kind(Exception e) => e switch
    {
        ArgumentNullException => "null",
        ArgumentOutOfRangeException => "range",
        ArgumentException => "argument",
        ObjectDisposedException => "disposed",
        InvalidOperationException => "invalid",
        IndexOutOfRangeException => "index",
        KeyNotFoundException => "key",
        NotSupportedException => "unsupported",
        InvalidCastException => "cast",
        ArrayTypeMismatchException => "mismatch",
        RankException => "rank",
        FormatException => "format",
        OverflowException => "overflow",
        NullReferenceException => "null reference",
        DivideByZeroException => "division",
        _ => "other",
    };
}
