using System;
using System.Data;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(DbType.Int32); // expect: UK2001
    }
}
