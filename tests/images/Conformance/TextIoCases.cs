using System;
using System.IO;
using System.Text;

/// <summary>Writers, readers, versions, the environment.</summary>
internal static class TextIoCases
{
    private static string Thrown<T>(Func<T> action) => TimeSpanCases.Thrown(action);

    public static void Run()
    {
        Suite.Group("writers and readers");
        StringWriter writer = new() { NewLine = "|" };
        writer.Write('a');
        writer.Write("b{0}", 1);
        writer.Write(1.5);
        writer.Write(2m);
        writer.Write(true);
        writer.Write((object?)null);
        writer.Write(new[] { 'x', 'y' });
        writer.Write("klm".ToCharArray(), 1, 1);
        writer.WriteLine();
        writer.WriteLine("line");
        writer.WriteLine(7);
        writer.WriteLine('c');
        writer.WriteLine("{0}-{1}", "p", "q");
        writer.WriteLine((string?)null);
        writer.WriteLine(new StringBuilder("sb"));
        writer.Write("span".AsSpan(1));
        Suite.Show("written", writer.ToString());
        Suite.Show("builder", writer.GetStringBuilder().Length);
        writer.Dispose();
        bool refused = false;
        try
        {
            writer.Write('x');
        }
        catch (ObjectDisposedException)
        {
            refused = true;
        }
        Suite.True("closed", refused);
        TextWriter.Null.WriteLine("nowhere");
        StringReader reader = new("one\ntwo\r\nthree\rfour\n\nfive");
        string lines = "";
        while (reader.ReadLine() is string line) lines += $"[{line}]";
        Suite.Show("lines", lines);
        reader = new("abcdef");
        char[] room = new char[3];
        Suite.Show("read", $"{reader.Peek()} {reader.Read()} {reader.Read(room, 0, 3)} {new string(room)} {reader.ReadToEnd()} {reader.Read()} {reader.ReadLine() ?? "null"}");

        Console.Write("{0} {1:0.0} ", "console", 1.25);
        Console.WriteLine(1.5);
        Console.Out.WriteLine("writer {0}", 5);
        Console.WriteLine(2.5m);
        Console.WriteLine(new[] { 'c', 's' });
        Console.WriteLine("{0}{1}{2}{3}", 1, 2, 3, 4);

        Suite.Group("Version");
        foreach (string text in (string[])["1.2", "1.2.3", "1.2.3.4", "1", "1.2.3.4.5", "1.x", "-1.2", "", "1.", " 1 . 2 ", "1.2147483648"])
            Suite.Show($"'{text}'", $"{Version.TryParse(text, out Version? version)} {version} {Thrown(() => Version.Parse(text))}");
        Version a = new(1, 2, 3), b = new(1, 10);
        Suite.Show("order", $"{a < b} {a == new Version("1.2.3")} {a.CompareTo(b)} {a >= b} {new Version(1, 2) < a} {a.Equals(b)} {a.GetHashCode()}");
        Suite.Show("parts", $"{a.Major} {a.Minor} {a.Build} {a.Revision} {a.ToString(1)} {Thrown(() => a.ToString(4))} {new Version()} {Thrown(() => new Version(-1, 0))}");
        Suite.Show("environment", $"{Environment.GetEnvironmentVariable("NO_SUCH_VARIABLE_AT_ALL") ?? "null"} {Environment.Is64BitProcess} {Environment.ProcessorCount > 0}");
    }
}
