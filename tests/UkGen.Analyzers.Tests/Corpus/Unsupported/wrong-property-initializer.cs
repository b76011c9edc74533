using System.IO;

class Case
{
    internal string Text { get; } = File.ReadAllText("a"); // expect: UK2001
}
