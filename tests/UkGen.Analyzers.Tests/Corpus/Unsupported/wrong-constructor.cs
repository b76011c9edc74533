using System.IO;

class Case
{
    internal Case() => File.Delete("a"); // expect: UK2001
}
