// Real images, as a process and in a virtual machine, behind a vhost-user backend that does not keep to the rules while
// packets flow: false ids and lengths, descriptors made a loop, indices that jump and the resets that they cost. What is
// true goes through intact, each lie is counted once, and in the end every mbuf is where it belongs.

using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using Uk.Qemu;
using Uk.Virtio;
using Uk.Virtio.Tests.Model;
using Xunit;

namespace Uk.Image.Tests;

public sealed class LyingBackendTests
{
    private const int Frames = 12_000, Lies = 200, RingSize = 256;
    private static readonly TimeSpan s_timeout = Patience.Long;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Process_accounts_for_every_mbuf_behind_a_backend_that_lies(bool packed)
    {
        string image = Images.Published("tests/images/ForwardSoak", "linux");
        using TemporaryFolder folder = TemporaryFolder.Create();
        using var peer = new LyingPeer(folder.File("vhost"), packed);
        var command = new ChildCommand(image, [$"--port0=vhost-user:{folder.File("vhost")}", $"--frames={Frames}"]);
        using ChildProcess program = ChildProcess.Start(command, ChildInput.None);
        var output = new StringBuilder();
        var reading = new Thread(() =>
        {
            while (program.StandardOutput.ReadLine() is { } line)
                lock (output) output.AppendLine(line);
        });
        reading.Start();
        string Text()
        {
            lock (output) return output.ToString();
        }
        peer.LieAndForward(() => Text().Contains("balance", StringComparison.Ordinal), () => program.HasExited ? Text() : null);
        peer.Dispose();
        Assert.True(reading.Join(s_timeout), "the image does not end: " + Text());
        Assert.Contains($", {Lies} otherwise\nsoak: balance 0\n", Text());
        // Once the port is down, everything that it had is back in the pool.
        Assert.Contains("soak: 1023 of 1023 mbufs, 1023 of them once", Text());
    }

    [Fact]
    public void Machine_accounts_for_every_mbuf_behind_a_backend_that_lies()
    {
        Requires.Tool(HostTool.Qemu);
        string image = Images.Published("tests/images/ForwardSoak", "kvm");
        using TemporaryFolder folder = TemporaryFolder.Create();
        using var peer = new LyingPeer(folder.File("vhost"), packed: false);
        using var qemu = QemuProcess.Start(new QemuOptions(image, GuestMachine.Q35)
        {
            Network = NetworkBackend.VhostUser(folder.File("vhost")),
            CommandLine = $"--frames={Frames}",
        });
        peer.LieAndForward(
            () => qemu.Console.Text.Contains("balance", StringComparison.Ordinal), () => qemu.HasExited ? qemu.Describe() : null);
        // The device is reset once more, so that all that it had comes back, and takes the receive ring's share again.
        peer.Jump();
        qemu.WaitForText("of them once", s_timeout);
        Assert.Contains($", {Lies} otherwise\nsoak: balance 0\n", qemu.Console.Text.ReplaceLineEndings("\n"));
        Assert.Contains($"soak: {1023 - RingSize} of 1023 mbufs, {1023 - RingSize} of them once", qemu.Console.Text);
    }

    /// <summary>The backend, its receive and transmit ring, and what it expects back.</summary>
    private sealed class LyingPeer(string socket, bool packed) : IDisposable
    {
        private const int HeaderBytes = 12, MostOnTheWay = 64;

        private readonly VhostUserBackend _backend = new(socket, ModelDevice.VERSION_1 | (packed ? 1ul << 34 : 0));
        private readonly Random _random = new(packed ? 3 : 7);
        private readonly Queue<byte[]> _expected = [];
        private Func<bool> _enough = () => false;
        private Func<string?> _ended = () => null;
        private int _starts;
        private ModelPackedQueue? _packedRx, _packedTx;

        public void Dispose() => _backend.Dispose();

        /// <summary>Frames and lies in turn, and then frames until the image has had enough.</summary>
        /// <param name="enough">It has. Then it takes frames, and returns none.</param>
        /// <param name="ended">Why it has ended, or null.</param>
        public void LieAndForward(Func<bool> enough, Func<string?> ended)
        {
            _ended = ended;
            WaitForStart();
            for (int turn = 0; turn < Lies; turn++)
            {
                Forward(_random.Next(40));
                if (turn % 20 == 19) JumpWithPacketsOnTheWay();
                else Lie();
            }
            Assert.False(enough(), "the image has had enough before it has seen every lie");
            _enough = enough;
            while (!enough()) Forward(MostOnTheWay);
        }

        /// <summary>The device claims to have returned more than it has.</summary>
        public void Jump()
        {
            ModelQueue rx = _backend.Device.Rx;
            rx.ShowUsed((ushort)(rx.UsedIdx + RingSize + 1 + _random.Next(60_000)));
        }

        // Into a packed ring nobody writes an index; an id that nobody gave breaks it as well.
        private void JumpWithPacketsOnTheWay()
        {
            for (int i = _random.Next(20); i > 0; i--) Deliver();
            if (_packedRx is { } ring) ring.WriteUsed((ushort)(RingSize + _random.Next(1000)), 74);
            else Jump();
            WaitForStart();
        }

        private void Lie()
        {
            DeviceChain chain = null!;
            Assert.True(SpinWait.SpinUntil(() => TryTake(receive: true, out chain), s_timeout), "no receive buffers: " + _ended());
            uint length = _random.Next(2) == 0 ? (uint)_random.Next(HeaderBytes) : (uint)_random.Next(2061, int.MaxValue);
            if (_packedRx is { } ring)
            {
                ring.Complete(chain, length);
                return;
            }
            ModelQueue rx = _backend.Device.Rx;
            switch (_random.Next(3))
            {
                // An id beyond the ring, and one that is returned twice, beside the true one.
                case 0: rx.WriteUsed((uint)_random.Next(RingSize, int.MaxValue), 74); Write(chain); break;
                case 1: Write(chain); rx.WriteUsed(chain.Head, 74); break;
                default: rx.WriteUsed(chain.Head, length); break;
            }
            rx.ShowUsed();
            if (_random.Next(20) == 0) MakeLoops();
        }

        /// <summary>What the device makes of descriptors that it has taken, only the device sees.</summary>
        private unsafe void MakeLoops()
        {
            // Once the driver has seen what was false before: more than it has given would be a jump.
            Forward(1);
            ModelQueue rx = _backend.Device.Rx;
            List<DeviceChain> taken = [];
            while (rx.TryTake(out DeviceChain chain)) taken.Add(chain);
            foreach (DeviceChain chain in taken)
            {
                byte* entry = ModelMemory.FromIova(rx.DescriptorArea + 16u * chain.Head, 16);
                *(ushort*)(entry + 12) = 3;
                *(ushort*)(entry + 14) = chain.Head;
            }
            foreach (DeviceChain chain in taken) Write(chain);
            rx.ShowUsed();
            Forward(0);
        }

        /// <summary>Delivers some frames, and waits for all that are on the way.</summary>
        private void Forward(int count)
        {
            for (int i = 0; i < count; i++) Deliver();
            SpinWait spin = default;
            for (long start = Environment.TickCount64; _expected.Count != 0 && !_enough(); spin.SpinOnce())
            {
                Collect();
                if (Environment.TickCount64 - start > s_timeout.TotalMilliseconds) Assert.Fail($"{_expected.Count} frames do not come back: {_ended()}");
            }
        }

        private void Deliver()
        {
            if (_expected.Count >= MostOnTheWay || !TryTake(receive: true, out DeviceChain chain)) return;
            if (_packedRx is { } ring) ring.Complete(chain, Fill(chain));
            else
            {
                Write(chain);
                _backend.Device.Rx.ShowUsed();
            }
        }

        private void Write(DeviceChain chain) => _backend.Device.Rx.WriteUsed(chain.Head, Fill(chain));

        private unsafe uint Fill(DeviceChain chain)
        {
            byte[] frame = new byte[_random.Next(60, 1515)];
            _random.NextBytes(frame);
            _expected.Enqueue(frame);
            DevicePiece piece = chain.Pieces[0];
            var room = new Span<byte>(ModelMemory.FromIova(piece.Iova, piece.LengthBytes), (int)piece.LengthBytes);
            room[..HeaderBytes].Clear();
            frame.CopyTo(room[HeaderBytes..]);
            return (uint)(HeaderBytes + frame.Length);
        }

        private unsafe void Collect()
        {
            if (!TryTake(receive: false, out DeviceChain chain)) return;
            List<byte> bytes = [];
            foreach (DevicePiece piece in chain.Pieces)
                bytes.AddRange(new ReadOnlySpan<byte>(ModelMemory.FromIova(piece.Iova, piece.LengthBytes), (int)piece.LengthBytes));
            if (_packedTx is { } ring) ring.Complete(chain, 0);
            else _backend.Device.Tx.Complete(chain, 0);
            Assert.Equal(Convert.ToHexString(_expected.Dequeue()), Convert.ToHexString([.. bytes[HeaderBytes..]]));
        }

        private bool TryTake(bool receive, out DeviceChain chain)
        {
            if ((receive ? _packedRx : _packedTx) is { } ring) return ring.TryTake(out chain);
            return (receive ? _backend.Device.Rx : _backend.Device.Tx).TryTake(out chain);
        }

        /// <summary>What was on the way before is gone.</summary>
        private void WaitForStart()
        {
            bool started = SpinWait.SpinUntil(() => (_backend.Starts > _starts && _backend.IsRunning) || _ended() is not null, s_timeout);
            Assert.True(started && _ended() is null, "the image does not start the queues: " + _ended());
            _starts = _backend.Starts;
            _expected.Clear();
            if (!packed) return;
            _packedRx = Packed(_backend.Device.Rx);
            _packedTx = Packed(_backend.Device.Tx);
        }

        private static ModelPackedQueue Packed(ModelQueue queue) => new(queue.Size, new VirtqueueAddresses
        {
            DescriptorArea = queue.DescriptorArea,
            DriverArea = queue.DriverArea,
            DeviceArea = queue.DeviceArea,
        });
    }
}
