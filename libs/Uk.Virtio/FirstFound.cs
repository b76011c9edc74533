// Two transports as one: an image for microvm and pc alike has both.

using Uk.Bus;

namespace Uk.Virtio;

/// <summary>Devices on buses of the first transport, and on those of the second.</summary>
/// <remarks>
/// Combinators nest, so the choice is a bit that each pushes onto <see cref="VirtioDevice.Route"/> on the way out and
/// pops on the way in.
/// </remarks>
public readonly struct FirstFound<TFirst, TSecond> : IVirtioTransport<FirstFound<TFirst, TSecond>>
    where TFirst : struct, IVirtioTransport<TFirst>
    where TSecond : struct, IVirtioTransport<TSecond>
{
    public static bool Opens(BusKind bus) => TFirst.Opens(bus) || TSecond.Opens(bus);

    public static VirtioLookup Open(scoped in BusDevice found, out VirtioDevice device)
    {
        VirtioLookup result;
        if (TFirst.Opens(found.Bus))
        {
            result = TFirst.Open(found, out device);
            device.Route <<= 1;
            return result;
        }
        result = TSecond.Open(found, out device);
        device.Route = (device.Route << 1) | 1;
        return result;
    }

    public static string Describe(in VirtioDevice device)
    {
        VirtioDevice inner = Inner(device);
        return IsFirst(device) ? TFirst.Describe(inner) : TSecond.Describe(inner);
    }

    public static byte GetStatus(in VirtioDevice device)
    {
        VirtioDevice inner = Inner(device);
        return IsFirst(device) ? TFirst.GetStatus(inner) : TSecond.GetStatus(inner);
    }

    public static void SetStatus(in VirtioDevice device, byte status)
    {
        VirtioDevice inner = Inner(device);
        if (IsFirst(device)) TFirst.SetStatus(inner, status);
        else TSecond.SetStatus(inner, status);
    }

    public static ulong GetDeviceFeatures(in VirtioDevice device)
    {
        VirtioDevice inner = Inner(device);
        return IsFirst(device) ? TFirst.GetDeviceFeatures(inner) : TSecond.GetDeviceFeatures(inner);
    }

    public static void SetDriverFeatures(in VirtioDevice device, ulong features)
    {
        VirtioDevice inner = Inner(device);
        if (IsFirst(device)) TFirst.SetDriverFeatures(inner, features);
        else TSecond.SetDriverFeatures(inner, features);
    }

    public static uint GetQueueSizeMax(in VirtioDevice device, ushort queue)
    {
        VirtioDevice inner = Inner(device);
        return IsFirst(device) ? TFirst.GetQueueSizeMax(inner, queue) : TSecond.GetQueueSizeMax(inner, queue);
    }

    public static bool TryEnableQueue(
        in VirtioDevice device, ushort queue, ushort size, in VirtqueueAddresses addresses,
        out VirtqueueDoorbell doorbell)
    {
        VirtioDevice inner = Inner(device);
        return IsFirst(device)
            ? TFirst.TryEnableQueue(inner, queue, size, addresses, out doorbell)
            : TSecond.TryEnableQueue(inner, queue, size, addresses, out doorbell);
    }

    public static bool HasVanished(in VirtioDevice device)
    {
        VirtioDevice inner = Inner(device);
        return IsFirst(device) ? TFirst.HasVanished(inner) : TSecond.HasVanished(inner);
    }

    public static bool TryOpen(in VirtioDevice device)
    {
        VirtioDevice inner = Inner(device);
        return IsFirst(device) ? TFirst.TryOpen(inner) : TSecond.TryOpen(inner);
    }

    public static bool TryEnableInterrupt(in VirtioDevice device, ushort queue, ref VirtioInterrupt connection)
    {
        VirtioDevice inner = Inner(device);
        return IsFirst(device)
            ? TFirst.TryEnableInterrupt(inner, queue, ref connection)
            : TSecond.TryEnableInterrupt(inner, queue, ref connection);
    }

    public static void AcknowledgeInterrupt(in VirtioDevice device, ushort queue)
    {
        VirtioDevice inner = Inner(device);
        if (IsFirst(device)) TFirst.AcknowledgeInterrupt(inner, queue);
        else TSecond.AcknowledgeInterrupt(inner, queue);
    }

    public static int WakeFile(in VirtioDevice device, ushort queue)
    {
        VirtioDevice inner = Inner(device);
        return IsFirst(device) ? TFirst.WakeFile(inner, queue) : TSecond.WakeFile(inner, queue);
    }

    public static uint GetConfigGeneration(in VirtioDevice device)
    {
        VirtioDevice inner = Inner(device);
        return IsFirst(device) ? TFirst.GetConfigGeneration(inner) : TSecond.GetConfigGeneration(inner);
    }

    public static byte ReadConfig8(in VirtioDevice device, uint offsetBytes)
    {
        VirtioDevice inner = Inner(device);
        return IsFirst(device) ? TFirst.ReadConfig8(inner, offsetBytes) : TSecond.ReadConfig8(inner, offsetBytes);
    }

    public static ushort ReadConfig16(in VirtioDevice device, uint offsetBytes)
    {
        VirtioDevice inner = Inner(device);
        return IsFirst(device) ? TFirst.ReadConfig16(inner, offsetBytes) : TSecond.ReadConfig16(inner, offsetBytes);
    }

    private static bool IsFirst(in VirtioDevice device) => (device.Route & 1) == 0;

    private static VirtioDevice Inner(in VirtioDevice device)
    {
        VirtioDevice inner = device;
        inner.Route >>= 1;
        return inner;
    }
}
