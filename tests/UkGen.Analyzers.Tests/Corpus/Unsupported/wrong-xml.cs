using System.Xml.Linq;

static class Case
{
    internal static void Run()
    {
        var document = XDocument.Parse("<a/>"); // expect: UK2001
    }
}
