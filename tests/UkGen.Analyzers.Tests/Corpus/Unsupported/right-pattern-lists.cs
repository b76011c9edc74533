using System;

static class Case
{
    internal static void Run(int[] numbers)
    {
        if (numbers is [1, .. var rest, 2]) Console.WriteLine(rest.Length);
    }
}
