// The least memory with which each application with packets still does its work, on the machine that takes least itself.

using System;
using System.Collections.Generic;
using System.Linq;
using Uk.Image.Tests;
using Uk.Qemu;
using Uk.Tests.Wire;

namespace Uk.Bench;

internal static class ApplicationMemory
{
    /// <summary>A table of routes alone is 64 MiB.</summary>
    private const long MostKiB = 128 * 1024;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);
    private static readonly End s_guest = new("52:54:00:12:34:56", "10.10.0.3", 11_411), s_peer = new("02:00:00:00:00:01", "10.10.0.1", 40_000);

    /// <param name="Ready">What it prints when its ports are up.</param>
    /// <param name="Frame">What it answers; null where it sends by itself or only takes.</param>
    private sealed record Application(string Name, string Ready, byte[]? Frame, int Ports = 1);

    public static void AddTo(BenchResults results)
    {
        byte[] datagram = WireFrames.Datagram(s_peer, s_guest, new byte[1400]);
        Application[] applications =
        [
            new("L2Forward", "l2forward: ", datagram),
            new("L3Forward", " routes", WireFrames.Arp(false, s_peer with { Address = "10.0.1.2" }, s_guest with { Address = "10.0.1.1" }), Ports: 2),
            new("KeyValue", "keyvalue: ", WireFrames.Datagram(s_peer, s_guest, StoreRow.Request(1, StoreRow.Set("a", "b")))),
            new("PacketSend", "packetsend: ", null),
            new("PacketReceive", "packetreceive: ", null),
        ];
        foreach (Application application in applications)
        {
            string image = Repository.Publish(application.Name, "kvm");
            double memory = SmallestMemory.Find(memoryKiB => Works(application, image, memoryKiB), MostKiB);
            results.Add(new Measurement($"{application.Name}.memory.pc", memory, "KiB"));
        }
    }

    /// <summary>It starts, and answers 300 times where it answers: so every buffer of its rings is used.</summary>
    private static bool Works(Application application, string image, long memoryKiB)
    {
        List<FramePeer> peers = [.. Enumerable.Range(0, application.Ports).Select(_ => new FramePeer())];
        try
        {
            using var qemu = QemuProcess.Start(new QemuOptions(image, GuestMachine.Pc)
            {
                Memory = new MemorySize(memoryKiB),
                Network = peers[0].Backend,
                MoreNetworks = [.. peers.Skip(1).Select(peer => peer.Backend)],
            });
            if (!qemu.Console.WaitFor(application.Ready, s_patience)) return false;
            if (application.Frame is null) return !qemu.HasExited;
            for (int i = 0; i < 300; i++)
            {
                peers[0].Send(application.Frame);
                if (peers[0].Receive(s_patience) is null) return false;
            }
            return true;
        }
        finally
        {
            foreach (FramePeer peer in peers) peer.Dispose();
        }
    }
}
