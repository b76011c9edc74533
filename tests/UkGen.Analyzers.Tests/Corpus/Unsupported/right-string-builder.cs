using System;
using System.Text;

static class Case
{
    internal static void Run()
    {
        var text = new StringBuilder();
        text.Append("a").AppendLine().Append(5).AppendFormat("{0}", 5);
        Console.WriteLine(text.ToString());
    }
}
