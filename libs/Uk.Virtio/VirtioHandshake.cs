// Brings a device from whatever state it is in to DRIVER_OK, in the order of §3.1.1.

namespace Uk.Virtio;

/// <summary>Why a device could not be brought up.</summary>
public enum VirtioFailure : byte
{
    None,
    /// <summary>The status never became 0 after a reset was asked for.</summary>
    ResetTimeout,
    /// <summary>The device does not offer something that the driver cannot do without.</summary>
    MissingFeature,
    /// <summary>The device does not work with the features that the driver wants.</summary>
    FeaturesRejected,
    /// <summary>The device has no queue of this number, or takes none of a size that the driver can use.</summary>
    NoQueue,
    /// <summary>The device did not take the queue's addresses, or its notification address is not its own.</summary>
    QueueRejected,
    /// <summary>The memory region has no room for the ring.</summary>
    NoMemory,
    /// <summary>The device's configuration ends before a field that it must have, or never comes to rest.</summary>
    BadConfiguration,
    /// <summary>The device gave up in the last step.</summary>
    NeedsReset,
}

/// <summary>The steps of device initialisation, §3.1.1. Boot only.</summary>
/// <remarks>
/// <see cref="Begin"/>, then each queue is enabled and filled, then <see cref="Complete"/>, then the first
/// notification; after any failure <see cref="Abandon"/>.
/// </remarks>
public static class VirtioHandshake<TTransport> where TTransport : struct, IVirtioTransport<TTransport>
{
    /// <summary>
    /// How often the status is read while a device resets. Even where a register costs only 100 ns this is 10 ms, far
    /// longer than a software device takes.
    /// </summary>
    private const int ResetPollLimit = 100_000;

    /// <summary>
    /// Steps 1 to 6: reset, ACKNOWLEDGE, DRIVER, features, FEATURES_OK.
    /// </summary>
    /// <param name="required">Features without which the driver does not work.</param>
    /// <param name="wanted">Features that it uses where they are offered.</param>
    /// <param name="features">
    /// What was agreed; after <see cref="VirtioFailure.MissingFeature"/> what is missing.
    /// </param>
    public static VirtioFailure Begin(in VirtioDevice device, ulong required, ulong wanted, out ulong features)
    {
        features = 0;
        if (!TryReset(device)) return VirtioFailure.ResetTimeout;
        AddStatus(device, DeviceStatus.ACKNOWLEDGE);
        AddStatus(device, DeviceStatus.DRIVER);

        ulong offered = TTransport.GetDeviceFeatures(device);
        features = required & ~offered;
        if (features != 0) return VirtioFailure.MissingFeature;
        features = offered & (required | wanted);
        TTransport.SetDriverFeatures(device, features);
        AddStatus(device, DeviceStatus.FEATURES_OK);
        return (TTransport.GetStatus(device) & DeviceStatus.FEATURES_OK) != 0
            ? VirtioFailure.None
            : VirtioFailure.FeaturesRejected;
    }

    /// <summary>Step 8: DRIVER_OK. From here on the device may be notified.</summary>
    public static VirtioFailure Complete(in VirtioDevice device)
    {
        AddStatus(device, DeviceStatus.DRIVER_OK);
        return (TTransport.GetStatus(device) & DeviceStatus.DEVICE_NEEDS_RESET) == 0
            ? VirtioFailure.None
            : VirtioFailure.NeedsReset;
    }

    /// <summary>Tells the device that the driver has given up on it: after any failure.</summary>
    public static void Abandon(in VirtioDevice device) => AddStatus(device, DeviceStatus.FAILED);

    /// <summary>§2.4.2: the reset is complete when the status reads 0.</summary>
    private static bool TryReset(in VirtioDevice device)
    {
        TTransport.SetStatus(device, 0);
        for (int poll = 0; poll < ResetPollLimit; poll++)
            if (TTransport.GetStatus(device) == 0) return true;
        return false;
    }

    /// <summary>§2.1.1: the driver must not clear a bit, so the others are written back as they are.</summary>
    private static void AddStatus(in VirtioDevice device, byte bit) =>
        TTransport.SetStatus(device, (byte)(TTransport.GetStatus(device) | bit));
}
