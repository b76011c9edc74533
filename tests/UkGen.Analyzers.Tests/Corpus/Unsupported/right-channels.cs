using System.Threading.Channels;

static class Case
{
    internal static void Run()
    {
        Channel<int> channel = Channel.CreateUnbounded<int>();
        channel.Writer.TryWrite(1);
    }
}
