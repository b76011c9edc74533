using System;
using System.Collections.Generic;
using System.Threading.Channels;
using System.Threading.Tasks;

/// <summary>Channels: with and without bounds, waiting on both sides, completion.</summary>
internal static class ChannelCases
{
    public static void Run()
    {
        Unbounded();
        Bounded();
        Modes();
        Completion();
        Waiting().GetAwaiter().GetResult();
        Enumerated().GetAwaiter().GetResult();
    }

    private static void Unbounded()
    {
        Suite.Group("Channel");
        Channel<int> channel = Channel.CreateUnbounded<int>();
        Suite.Show("read nothing", channel.Reader.TryRead(out _));
        for (int i = 0; i < 5; i++) channel.Writer.TryWrite(i);
        Suite.Show("count", channel.Reader.Count + " " + channel.Reader.CanCount);
        Suite.Show("peek", channel.Reader.TryPeek(out int item) + " " + item);
        string items = "";
        while (channel.Reader.TryRead(out item)) items += item;
        Suite.Show("order", items);
    }

    private static void Bounded()
    {
        Suite.Group("Channel bounded");
        Channel<int> channel = Channel.CreateBounded<int>(2);
        Suite.Show("writes", channel.Writer.TryWrite(1) + " " + channel.Writer.TryWrite(2) + " " + channel.Writer.TryWrite(3));
        ValueTask pending = channel.Writer.WriteAsync(3);
        Suite.Show("waits", pending.IsCompleted);
        Suite.Show("read", channel.Reader.TryRead(out int item) + " " + item);
        pending.AsTask().GetAwaiter().GetResult();
        Suite.Show("written", channel.Reader.Count);
        Suite.Show("no capacity", Thrown.By(() => Channel.CreateBounded<int>(-1)));
    }

    private static void Modes()
    {
        Suite.Group("Channel modes");
        foreach (BoundedChannelFullMode mode in new[] { BoundedChannelFullMode.DropOldest, BoundedChannelFullMode.DropNewest, BoundedChannelFullMode.DropWrite })
        {
            string dropped = "";
            Channel<int> channel = Channel.CreateBounded<int>(new BoundedChannelOptions(2) { FullMode = mode }, item => dropped += item);
            for (int i = 1; i <= 4; i++) channel.Writer.TryWrite(i);
            string kept = "";
            while (channel.Reader.TryRead(out int item)) kept += item;
            Suite.Show("mode " + (int)mode, kept + " " + dropped);
        }
    }

    private static void Completion()
    {
        Suite.Group("Channel completion");
        Channel<int> channel = Channel.CreateUnbounded<int>();
        channel.Writer.TryWrite(1);
        Suite.Show("complete", channel.Writer.TryComplete() + " " + channel.Writer.TryComplete());
        Suite.Show("write after", channel.Writer.TryWrite(2));
        Suite.Show("not yet over", channel.Reader.Completion.IsCompleted);
        Suite.Show("rest", channel.Reader.TryRead(out int item) + " " + item);
        Suite.Show("over", channel.Reader.Completion.IsCompletedSuccessfully);
        Suite.Show("complete twice", Thrown.WithMessage(() => channel.Writer.Complete()));
        Channel<int> failed = Channel.CreateUnbounded<int>();
        failed.Writer.Complete(new FormatException("broken"));
        Suite.Show("failed", Thrown.WithMessage(() => failed.Reader.Completion.GetAwaiter().GetResult()));
        Suite.Show("read of failed", Thrown.By(() => failed.Reader.ReadAsync().AsTask().GetAwaiter().GetResult()));
    }

    private static async Task Waiting()
    {
        Suite.Group("Channel waiting");
        Channel<int> numbers = Channel.CreateBounded<int>(1);
        Channel<int> squares = Channel.CreateUnbounded<int>();
        Task producer = Produce(numbers.Writer);
        Task worker = Square(numbers.Reader, squares.Writer);
        int sum = 0;
        while (await squares.Reader.WaitToReadAsync())
            while (squares.Reader.TryRead(out int square)) sum += square;
        await producer;
        await worker;
        Suite.Show("sum of squares", sum);
        Suite.Show("wait for nothing", await squares.Reader.WaitToReadAsync());
        Suite.Show("wait to write", await numbers.Writer.WaitToWriteAsync());
    }

    private static async Task Produce(ChannelWriter<int> writer)
    {
        for (int i = 1; i <= 20; i++) await writer.WriteAsync(i);
        writer.Complete();
    }

    private static async Task Square(ChannelReader<int> reader, ChannelWriter<int> writer)
    {
        try
        {
            while (true)
            {
                int number = await reader.ReadAsync();
                await writer.WriteAsync(number * number);
            }
        }
        catch (ChannelClosedException)
        {
            writer.Complete();
        }
    }

    private static async Task Enumerated()
    {
        Suite.Group("Channel enumerated");
        Channel<string> channel = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
        Task writing = Write(channel.Writer);
        string text = "";
        await foreach (string word in channel.Reader.ReadAllAsync()) text += word;
        await writing;
        Suite.Show("words", text);
        Channel<int> priorities = Channel.CreateUnboundedPrioritized<int>();
        foreach (int number in new[] { 3, 1, 2 }) await priorities.Writer.WriteAsync(number);
        List<int> order = [];
        for (int i = 0; i < 3; i++) order.Add(await priorities.Reader.ReadAsync());
        Suite.Show("by priority", string.Join(" ", order));
    }

    private static async Task Write(ChannelWriter<string> writer)
    {
        foreach (string word in new[] { "a", "b", "c" })
        {
            await writer.WriteAsync(word);
            await Task.Yield();
        }
        writer.Complete();
    }
}
