// The little of gdb's remote protocol that steps through a guest. GDB manual, appendix E, "Remote Protocol".

using System;
using System.Buffers.Binary;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Text;

namespace Uk.Bench;

/// <summary>A debugger's connection to QEMU. Connecting stops the guest.</summary>
internal sealed class GdbClient : IDisposable
{
    /// <summary>Number of the instruction pointer among the registers of x86-64.</summary>
    private const string InstructionPointer = "p10";

    private readonly NetworkStream _stream;

    private GdbClient(NetworkStream stream) => _stream = stream;

    public static GdbClient Connect(string socketPath)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = 10_000 };
        socket.Connect(new UnixDomainSocketEndPoint(socketPath));
        var client = new GdbClient(new NetworkStream(socket, ownsSocket: true));
        // Until the guest has stopped, which is told unasked, QEMU takes no commands.
        client.ExpectStop();
        // Without the features that a client asks for, QEMU shows 32-bit registers.
        client.Ask("qSupported:xmlRegisters=i386");
        client.Ask("qXfer:features:read:target.xml:0,ffb");
        client.Ask("?");
        return client;
    }

    /// <summary>Runs until the instruction at this address is next.</summary>
    public void RunTo(ulong address)
    {
        string place = address.ToString("x", CultureInfo.InvariantCulture);
        Expect("OK", Ask($"Z1,{place},1"));
        Continue("c");
        Expect("OK", Ask($"z1,{place},1"));
    }

    /// <summary>Executes one instruction and returns the address of the next.</summary>
    public ulong Step()
    {
        Continue("s");
        return BinaryPrimitives.ReadUInt64LittleEndian(Convert.FromHexString(Ask(InstructionPointer)));
    }

    /// <summary>Executes so many instructions. QEMU lets no interrupt in meanwhile.</summary>
    public void Step(int instructions)
    {
        for (int i = 0; i < instructions; i++) Continue("s");
    }

    public void Dispose() => _stream.Dispose();

    private static void Expect(string expected, string answer)
    {
        if (answer != expected) throw new IOException($"QEMU's debugger stub answers '{answer}'");
    }

    private void Continue(string command)
    {
        Send(command);
        ExpectStop();
    }

    private void ExpectStop()
    {
        string answer = ReceivePacket();
        if (!answer.StartsWith('T')) throw new IOException($"QEMU's debugger stub answers '{answer}'");
    }

    private string Ask(string command)
    {
        Send(command);
        return ReceivePacket();
    }

    // $payload#checksum, acknowledged by a plus.
    private void Send(string command)
    {
        byte sum = command.Aggregate((byte)0, (total, character) => (byte)(total + character));
        _stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"${command}#{sum:x2}")));
    }

    private string ReceivePacket()
    {
        while (Read() != '$')
        {
            // Acknowledgements.
        }
        var answer = new StringBuilder();
        for (char character = Read(); character != '#'; character = Read()) answer.Append(character);
        Read();
        Read();
        _stream.WriteByte((byte)'+');
        return answer.ToString();
    }

    private char Read()
    {
        int value = _stream.ReadByte();
        return value < 0 ? throw new IOException("QEMU closed the connection of the debugger") : (char)value;
    }
}
