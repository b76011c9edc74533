using System.Data;

static class Case
{
    internal static void Run()
    {
        var table = new DataTable(); // expect: UK2001
    }
}
