// Reads device-specific configuration so that a field is never half old and half new. §2.5.1.

using System;

namespace Uk.Virtio;

/// <summary>Configuration of a device, checked against its length. Control path.</summary>
public static class VirtioConfig<TTransport> where TTransport : struct, IVirtioTransport<TTransport>
{
    /// <summary>A device that changes its configuration more often than this while it is read is not sane.</summary>
    private const int AttemptLimit = 100;

    /// <summary>Copies a field of bytes. False where the configuration ends before it or never comes to rest.</summary>
    public static bool TryRead(in VirtioDevice device, uint offsetBytes, Span<byte> field)
    {
        if (!Has(device, offsetBytes, (uint)field.Length)) return false;
        for (int attempt = 0; attempt < AttemptLimit; attempt++)
        {
            uint generation = TTransport.GetConfigGeneration(device);
            for (int i = 0; i < field.Length; i++) field[i] = TTransport.ReadConfig8(device, offsetBytes + (uint)i);
            if (TTransport.GetConfigGeneration(device) == generation) return true;
        }
        return false;
    }

    /// <summary>
    /// Reads a le16, which the device hands over whole. False where the configuration ends before it.
    /// </summary>
    public static bool TryRead16(in VirtioDevice device, uint offsetBytes, out ushort value)
    {
        value = 0;
        if (!Has(device, offsetBytes, 2)) return false;
        value = TTransport.ReadConfig16(device, offsetBytes);
        return true;
    }

    private static bool Has(in VirtioDevice device, uint offsetBytes, uint lengthBytes) =>
        offsetBytes <= device.ConfigLengthBytes && lengthBytes <= device.ConfigLengthBytes - offsetBytes;
}
