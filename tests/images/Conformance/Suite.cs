// The conformance suite: the same cases run on .NET and in an image, and every line of their outputs must be the same.
// A case has a name, what .NET gives, and what it computes here.

using System;

internal static class Suite
{
    private static string s_group = "";
    private static int s_passed;
    private static int s_failed;

    /// <summary>The cases that follow belong to this group; their names begin with it.</summary>
    public static void Group(string name) => s_group = name;

    public static void Equal(string name, string? expected, string? actual)
    {
        if (expected == actual) Pass(name, actual ?? "null");
        else Fail(name, expected ?? "null", actual ?? "null");
    }

    public static void Equal(string name, long expected, long actual)
    {
        if (expected == actual) Pass(name, actual.ToString());
        else Fail(name, expected.ToString(), actual.ToString());
    }

    public static void True(string name, bool actual)
    {
        if (actual) Pass(name, "True");
        else Fail(name, "True", "False");
    }

    /// <summary>What .NET gives is right, whatever it is: the comparison of the outputs decides.</summary>
    public static void Show(string name, string? value) => Pass(name, value is null ? "null" : $"'{value}'");

    public static void Show(string name, long value) => Pass(name, value.ToString());

    public static void Show(string name, bool value) => Pass(name, value ? "True" : "False");

    private static void Pass(string name, string value)
    {
        s_passed++;
        Console.WriteLine($"pass {s_group}/{name}: {value}");
    }

    private static void Fail(string name, string expected, string actual)
    {
        s_failed++;
        Console.WriteLine($"FAIL {s_group}/{name}: expected {expected}, got {actual}");
    }

    /// <summary>The exit status of the program.</summary>
    public static int Finish()
    {
        Console.WriteLine($"{s_passed} passed, {s_failed} failed");
        return s_failed == 0 ? 0 : 1;
    }
}
