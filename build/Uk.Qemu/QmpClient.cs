// QEMU's monitor protocol: one JSON object per line. qemu docs/interop/qmp-spec.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;

namespace Uk.Qemu;

/// <summary>A connection to QEMU's monitor. One thread at a time.</summary>
public sealed class QmpClient : IDisposable
{
    private static readonly TimeSpan s_answerTimeout = TimeSpan.FromSeconds(20);

    private readonly Socket _socket;
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;
    private readonly List<string> _events = [];

    private QmpClient(Socket socket)
    {
        _socket = socket;
        var stream = new NetworkStream(socket) { ReadTimeout = (int)s_answerTimeout.TotalMilliseconds };
        _reader = new StreamReader(stream);
        _writer = new StreamWriter(stream) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Names of the events that came between answers so far, for example SHUTDOWN.</summary>
    public IReadOnlyList<string> Events => _events;

    /// <exception cref="TimeoutException">Nobody answers at the socket.</exception>
    public static QmpClient Connect(string socketPath, TimeSpan timeout)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                socket.Connect(new UnixDomainSocketEndPoint(socketPath));
                var client = new QmpClient(socket);
                client.ReadObject();
                client.Execute("qmp_capabilities");
                return client;
            }
            catch (SocketException) when (Stopwatch.GetElapsedTime(start) < timeout)
            {
                socket.Dispose();
                Thread.Sleep(5);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                throw new TimeoutException($"no QEMU monitor at {socketPath}: {e.Message}", e);
            }
        }
    }

    /// <summary>Runs a command and returns what it returned.</summary>
    /// <exception cref="QmpException">QEMU refused it.</exception>
    /// <exception cref="IOException">QEMU has ended or does not answer.</exception>
    public JsonElement Execute(string command, JsonObject? arguments = null)
    {
        var request = new JsonObject { ["execute"] = command };
        if (arguments is not null) request["arguments"] = arguments;
        _writer.WriteLine(request.ToJsonString());
        while (true)
        {
            JsonElement answer = ReadObject();
            if (answer.TryGetProperty("return", out JsonElement result)) return result;
            if (answer.TryGetProperty("error", out JsonElement error))
                throw new QmpException($"{command}: {error.GetProperty("desc").GetString()}");
            if (answer.TryGetProperty("event", out JsonElement name)) _events.Add(name.GetString()!);
        }
    }

    public void Stop() => Execute("stop");
    public void Continue() => Execute("cont");
    public void Quit() => Execute("quit");

    /// <summary>Presses the power button of a machine that has one.</summary>
    public void PowerDown() => Execute("system_powerdown");

    /// <summary>A command of the monitor for people, and its text.</summary>
    public string ExecuteForPeople(string commandLine) =>
        Execute("human-monitor-command", new JsonObject { ["command-line"] = commandLine }).GetString()!;

    /// <summary>
    /// The guest has started the driver of a network device, of <see cref="QemuOptions"/>'s in their order: VIRTIO 1.2, 2.1,
    /// DRIVER_OK. Since QEMU 7.2.
    /// </summary>
    /// <exception cref="QmpException">This QEMU does not tell.</exception>
    public bool IsDriverReady(int network)
    {
        string name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/nic{network}");
        foreach (JsonElement device in Execute("x-query-virtio").EnumerateArray())
        {
            string path = device.GetProperty("path").GetString()!;
            if (!path.EndsWith(name, StringComparison.Ordinal) && !path.Contains(name + "/", StringComparison.Ordinal)) continue;
            JsonElement status = Execute("x-query-virtio-status", new JsonObject { ["path"] = path }).GetProperty("status");
            foreach (JsonElement bit in status.GetProperty("statuses").EnumerateArray())
                if (bit.GetString()!.StartsWith("VIRTIO_CONFIG_S_DRIVER_OK", StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>Reads guest memory. The guest may run meanwhile; 8 aligned bytes are read at once.</summary>
    public byte[] ReadPhysical(ulong address, int lengthBytes)
    {
        using var folder = TemporaryFolder.Create();
        string path = folder.File("memory");
        Execute("pmemsave", new JsonObject { ["val"] = address, ["size"] = lengthBytes, ["filename"] = path });
        return File.ReadAllBytes(path);
    }

    public void Dispose()
    {
        _socket.Dispose();
    }

    private JsonElement ReadObject()
    {
        string line = _reader.ReadLine() ?? throw new IOException("QEMU closed its monitor");
        using JsonDocument document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}

/// <summary>QEMU refused a monitor command; the message has both.</summary>
public sealed class QmpException(string message) : Exception(message);
