// What a newcomer reads: one message for one mistake, with what to do about it.

using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace UkGen.Analyzers.Tests;

public sealed class MessageTests
{
    [Fact]
    public void Reading_a_file() => AssertMessage(
        "UK2001: File.ReadAllText(string) is not in images: an image has no file system. Put the content into the program (a const, or a u8 literal), "
        + "or take it as an option of the start ([StartOptions]). Or do it only where Running.OnDotNet says that .NET runs the program.",
        """
        using System.IO;

        static class Firewall
        {
            private static string Rules() => File.ReadAllText("rules.txt");
        }
        """);

    [Fact]
    public void Linq_in_a_hot_path() => AssertMessage(
        "UK2107: Firewall.IsAllowed uses LINQ (Any), which allocates an iterator and calls a delegate for each element. "
        + "Write a for or foreach loop over the span or array instead.",
        """
        using System.Linq;
        using Uk;

        static class Firewall
        {
            private static readonly ushort[] s_ports = [22, 80];

            [HotPath]
            internal static bool IsAllowed(ushort port) => s_ports.Where(open => open == port).Any();
        }
        """);

    [Fact]
    public void A_socket() => AssertMessage(
        "UK2001: Socket is not in images: an image has no sockets. Declare a port ([Port(0)] partial struct Wan) and handle packets with Uk.Net.",
        """
        using System.Net.Sockets;

        static class Server
        {
            internal static void Start() => new Socket(SocketType.Dgram, ProtocolType.Udp).Listen();
        }
        """);

    [Fact]
    public void A_thread() => AssertMessage(
        "UK2001: new Thread(ThreadStart) is not in images: an image has lcores and tasks, and no threads to start or set up. "
        + "Run the work on an lcore of its own ([Lcore(1)]), or as a task (Task.Run, async), which shares the core with whoever waits.",
        """
        using System.Threading;

        static class Server
        {
            internal static Thread Start() => new(() => { });
        }
        """);

    [Fact]
    public void Writing_to_the_console_for_each_packet() => AssertMessage(
        "UK2104: Tap.Show, which the hot path Tap.Serve calls, writes to the console, and a hot path must not wait for others. "
        + "Count it, and print the counters from time to time in a method with [ColdPath].",
        """
        using System;
        using Uk;

        static class Tap
        {
            [HotPath]
            internal static void Serve(ref Burst burst)
            {
                foreach (ref Mbuf packet in burst) Show(ref packet);
            }

            private static void Show(ref Mbuf packet) => Console.WriteLine(packet.DataLength);
        }
        """);

    [Fact]
    public void A_packet_that_is_lost_where_it_is_too_long() => AssertMessage(
        "UK2203: answer gets a packet here and on the path to line 13 never freed or sent, so its pool runs dry. "
        + "Free it, send it, or put it into a burst that is sent.",
        """
        using Uk;
        using Uk.Mempool;

        static unsafe class Answers
        {
            internal static bool Ask<TPool>(ref Burst burst, uint length) where TPool : struct, IMempool<TPool>
            {
                if (burst.IsFull) return false;
                Mbuf* answer = TPool.Allocate();
                if (answer == null) return false;

                bool fits = answer->TrySetLength(length);
                if (!fits) return false;
                burst.Add(answer);
                return true;
            }
        }
        """);

    private static void AssertMessage(string expected, string source)
    {
        ImmutableArray<Diagnostic> found = Analysis.OfSnippet(source);
        Assert.Equal(expected, string.Join('\n', found.Select(Text)));
        Assert.All(found, diagnostic => Assert.EndsWith("docs/diagnostics.md#" + diagnostic.Id.ToLowerInvariant(), diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal));
    }

    private static string Text(Diagnostic diagnostic) => diagnostic.Id + ": " + diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
