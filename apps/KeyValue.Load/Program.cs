// Asks a key-value server as fast as it answers, and says how fast that was. An ordinary .NET program on ordinary sockets.

using System;
using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Uk;

[assembly: UnsupportedOSPlatform(Running.Platform)]

Option<string> server = new("--server") { Description = "Address of the server.", DefaultValueFactory = _ => "10.10.0.3" };
Option<int> port = new("--port") { Description = "Its UDP port.", DefaultValueFactory = _ => KeyValueMessage.UdpPort };
Option<int> seconds = new("--seconds") { Description = "How long to ask.", DefaultValueFactory = _ => 5 };
Option<int> window = new("--window") { Description = "Requests under way at once, 1 to 4096.", DefaultValueFactory = _ => 64 };
Option<int> batch = new("--batch")
{
    Description = $"Operations in a request, 1 to {KeyValueMessage.OperationsMax}.",
    DefaultValueFactory = _ => 1,
};
Option<int> keys = new("--keys") { Description = "Different keys that are asked for.", DefaultValueFactory = _ => 10_000 };
Option<int> sets = new("--sets") { Description = "Percentage of operations that set a value; the others get one.", DefaultValueFactory = _ => 10 };

RootCommand command = new("Measures a key-value server: requests in a second, and how long they take.")
{
    server, port, seconds, window, batch, keys, sets,
};
command.SetAction(result =>
{
    LoadSettings settings = new(
        result.GetValue(window), result.GetValue(batch), result.GetValue(keys), result.GetValue(sets), TimeSpan.FromSeconds(result.GetValue(seconds)));
    if (settings.Problem is { } problem) return Fail(problem);
    if (!IPAddress.TryParse(result.GetValue(server), out IPAddress? address)) return Fail($"--server {result.GetValue(server)}: not an address.");
    try
    {
        using LoadGenerator generator = new(new IPEndPoint(address, result.GetValue(port)), settings);
        LoadResult outcome = generator.Run();
        Console.WriteLine(outcome);
        return outcome.Answered == 0 || outcome.Wrong != 0 ? 1 : 0;
    }
    catch (SocketException e)
    {
        return Fail($"{address}: {e.Message}");
    }
});
return command.Parse(args).Invoke();

static int Fail(string message)
{
    Console.Error.WriteLine("error: " + message);
    return 1;
}
