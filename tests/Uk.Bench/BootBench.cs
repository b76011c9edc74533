// How soon an image is there, how many instructions that takes, and how little memory. Under TCG, so that runs on different
// machines compare; times against a stub that does nothing but print, run in turn with the image.

using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using Uk.Qemu;

namespace Uk.Bench;

internal static class BootBench
{
    private const int Rounds = 21;
    private const string StubName = "PVH stub";
    private const string Greeting = "Hello";
    private const double InstructionBudget = 12_000;
    private const double HelloMemoryBudgetKiB = 1.2 * 1024;
    private const double PingMemoryBudgetKiB = 2 * 1024;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(20);

    public static BenchResults Run()
    {
        var results = new BenchResults();
        string hello = Repository.Publish("HelloWorld", "kvm");
        string ping = Repository.Publish("PingResponder", "kvm");
        using var folder = TemporaryFolder.Create();
        string stub = folder.File("stub");
        File.WriteAllBytes(stub, PvhImage.Printing("!"u8, status: 0));

        Say($"hello and the stub in turn, {Rounds} times");
        AddFirstByte(results, hello, stub);
        Say("instructions from reset");
        AddInstructions(results, hello);
        Say("smallest memory");
        AddMemory(results, hello, ping);
        Say($"ping and the stub in turn, {Rounds} times");
        AddFirstReply(results, ping, stub);
        Say("instructions for a ping");
        AddInstructionsPerPing(results, ping);
        return results;
    }

    private static void AddFirstByte(BenchResults results, string hello, string stub)
    {
        var helloMs = new List<double>();
        var stubMs = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            stubMs.Add(MsToFirstByte(stub));
            helloMs.Add(MsToFirstByte(hello));
        }
        AddTimes(results, "hello.exec_to_first_byte", Statistics.Of(helloMs), Statistics.Of(stubMs));
    }

    private static void AddTimes(BenchResults results, string metric, Statistics ours, Statistics stub)
    {
        results.Add(new Measurement(metric + ".min", Ms(ours.Min), "ms").Against(StubName, Ms(stub.Min)));
        results.Add(new Measurement(metric + ".median", Ms(ours.Median), "ms").Against(StubName, Ms(stub.Median)));
        results.Add(new Measurement(metric + ".max", Ms(ours.Max), "ms").Against(StubName, Ms(stub.Max)));
    }

    private static double MsToFirstByte(string image)
    {
        using var qemu = QemuProcess.Start(Options(image, GuestMachine.Microvm, 2048));
        qemu.WaitForExit(s_timeout);
        long first = qemu.Console.FirstByteTimestamp ?? throw new TimeoutException($"no console output\n{qemu.Describe()}");
        return Stopwatch.GetElapsedTime(qemu.StartTimestamp, first).TotalMilliseconds;
    }

    // The image notes the time-stamp counter on its way; afterwards the machine is paused and read.
    private static void AddInstructions(BenchResults results, string hello)
    {
        GuestSymbol timeline = GuestSymbols.Load(hello + ".dbg").Named("uk_boot_timeline");
        QemuOptions options = Options(hello, GuestMachine.Microvm, 2048) with { CountInstructions = true, HasExitDevice = false, PauseAtShutdown = true };
        using var qemu = QemuProcess.Start(options);
        qemu.WaitForText(Greeting, s_timeout);
        byte[] stamps = qemu.Monitor.ReadPhysical(timeline.Address, 3 * sizeof(ulong));
        ulong Stamp(int index) => BinaryPrimitives.ReadUInt64LittleEndian(stamps.AsSpan(index * sizeof(ulong)));
        results.Add(new Measurement("hello.instructions.firmware", Stamp(0), "instructions"));
        results.Add(new Measurement("hello.instructions.entry_to_managed", Stamp(1) - Stamp(0), "instructions"));
        results.Add(new Measurement("hello.instructions.managed_to_main", Stamp(2) - Stamp(1), "instructions"));
        results.Add(new Measurement("hello.instructions.reset_to_main", Stamp(2), "instructions") { Budget = InstructionBudget }
            .AgainstQuoted(Peers.Unikraft + ", TSC known", Peers.UnikraftHelloInstructions));
    }

    private static void AddMemory(BenchResults results, string hello, string ping)
    {
        double helloKiB = SmallestMemory.Find(memory => SmallestMemory.Prints(Options(hello, GuestMachine.Microvm, memory), Greeting));
        results.Add(new Measurement("hello.memory.microvm", helloKiB, "KiB") { Budget = HelloMemoryBudgetKiB }
            .AgainstQuoted(Peers.UnikraftSmallest, Peers.UnikraftHelloMemoryKiB));
        double pcKiB = SmallestMemory.Find(memory => SmallestMemory.AnswersPing(Options(ping, GuestMachine.Pc, memory)));
        results.Add(new Measurement("ping.memory.pc", pcKiB, "KiB") { Budget = PingMemoryBudgetKiB }
            .AgainstQuoted(Peers.Unikraft + " + lwIP", Peers.UnikraftPingMemoryPcKiB));
        double microvmKiB = SmallestMemory.Find(memory => SmallestMemory.AnswersPing(Options(ping, GuestMachine.Microvm, memory)));
        results.Add(new Measurement("ping.memory.microvm", microvmKiB, "KiB")
            .AgainstQuoted(Peers.Unikraft + " + lwIP", Peers.UnikraftPingMemoryMicrovmKiB));
    }

    private static void AddFirstReply(BenchResults results, string ping, string stub)
    {
        try
        {
            var pingMs = new List<double>();
            var stubMs = new List<double>();
            for (int round = 0; round < Rounds; round++)
            {
                stubMs.Add(MsToFirstByte(stub));
                // A network of its own for each: the host must not remember the guest's address.
                using TapNetwork network = TapNetwork.Create("10.10.0.1", 24);
                using PingSession session = PingSession.Start(Options(ping, GuestMachine.Microvm, 2048), network, "10.10.0.3", s_timeout);
                pingMs.Add(session.FirstReply.TotalMilliseconds);
            }
            AddTimes(results, "ping.exec_to_first_reply", Statistics.Of(pingMs), Statistics.Of(stubMs));
        }
        catch (NetworkUnavailableException e)
        {
            results.Note("not measured: exec to the first reply: " + e.Message);
        }
    }

    private static void AddInstructionsPerPing(BenchResults results, string ping)
    {
        (int idle, int busy) = InstructionsPerPing.Count(Options(ping, GuestMachine.Microvm, 4096), ping + ".dbg");
        results.Add(new Measurement("ping.instructions.idle_poll", idle, "instructions"));
        results.Add(new Measurement("ping.instructions.per_ping", busy, "instructions").AgainstQuoted(Peers.Unikraft + " + lwIP", Peers.UnikraftPingInstructions));
    }

    private static QemuOptions Options(string image, GuestMachine machine, long memoryKiB) => new(image, machine) { Memory = new MemorySize(memoryKiB) };

    private static double Ms(double value) => Math.Round(value, 1);

    private static void Say(string text) => Console.Error.WriteLine("bench: " + text);
}
