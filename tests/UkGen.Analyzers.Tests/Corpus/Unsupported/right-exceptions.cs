using System;

static class Case
{
    internal static void Run()
    {
        try { throw new InvalidOperationException("a"); }
        catch (InvalidOperationException e) when (e.Message.Length == 1) { Console.WriteLine(e); }
        finally { Console.WriteLine("b"); }
    }
}
