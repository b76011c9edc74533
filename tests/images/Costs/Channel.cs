using System;
using System.Threading.Channels;
using System.Threading.Tasks;

Channel<string> channel = Channel.CreateUnbounded<string>();
Task writing = Write(channel.Writer);
Console.WriteLine(await channel.Reader.ReadAsync());
await writing;

static async Task Write(ChannelWriter<string> writer)
{
    await Task.Yield();
    await writer.WriteAsync("done");
}
