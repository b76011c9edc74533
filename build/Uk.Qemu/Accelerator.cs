// Which accelerator QEMU can use here. A /dev/kvm that opens says little: inside some machines it stops at the first
// unusual instruction. So a tiny guest has to prove it.

using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Uk.Tool.Tests")]

namespace Uk.Qemu;

/// <summary>An accelerator of QEMU and why it was chosen.</summary>
public sealed record Accelerator(string Name, string Reason)
{
    public const string KvmName = "kvm";
    public const string TcgName = "tcg";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>KVM where a guest really runs on it, otherwise QEMU's own translation. Remembered until the next boot of the host.</summary>
    /// <exception cref="MissingToolException">QEMU is not installed.</exception>
    public static Accelerator Probe()
    {
        string? path = RememberedPath(Environment.GetEnvironmentVariable);
        if (path is null) return ProbeNow();
        if (TryRead(path) is { } remembered) return remembered;
        Accelerator found = ProbeNow();
        Remember(path, found);
        return found;
    }

    /// <summary>As <see cref="Probe"/>, without looking at or writing what is remembered.</summary>
    public static Accelerator ProbeNow()
    {
        HostTool.Qemu.Require();
        if (WhyKvmCannotOpen("/dev/kvm") is { } cannotOpen) return new(TcgName, cannotOpen);
        if (!CpuHasVirtualisation(File.ReadAllText("/proc/cpuinfo"))) return new(TcgName, "/dev/kvm opens, but the processor has neither vmx nor svm");
        return GuestAnswers()
            ? new(KvmName, "a test guest ran on /dev/kvm")
            : new(TcgName, $"/dev/kvm opens, but a test guest did not end properly on it within {s_patience.TotalSeconds:0} s");
    }

    internal static string? WhyKvmCannotOpen(string device)
    {
        try
        {
            using FileStream kvm = File.Open(device, FileMode.Open, FileAccess.ReadWrite);
            return null;
        }
        catch (FileNotFoundException)
        {
            return $"there is no {device}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{device} does not open: {e.Message}";
        }
    }

    internal static bool CpuHasVirtualisation(string cpuInfo) => cpuInfo.Split('\n')
        .Where(line => line.StartsWith("flags", StringComparison.Ordinal))
        .Any(line => line.Split(' ').Any(flag => flag is "vmx" or "svm"));

    private static bool GuestAnswers()
    {
        using var folder = TemporaryFolder.Create();
        string image = folder.File("probe");
        const byte Answer = 42;
        File.WriteAllBytes(image, PvhImage.ExitingWith(Answer));
        var options = new QemuOptions(image, GuestMachine.Microvm) { Memory = new(2048), Accelerator = KvmName };
        using var qemu = QemuProcess.Start(options);
        try
        {
            return qemu.WaitForExit(s_patience) == new GuestExit(GuestEnd.Status, Answer);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>
    /// Where the user keeps what can be found again: $XDG_CACHE_HOME, or ~/.cache. Null where there is no such place. The boot
    /// id makes the file of another boot or machine a miss. XDG Base Directory Specification 0.8.
    /// </summary>
    internal static string? RememberedPath(Func<string, string?> readEnvironment)
    {
        string? cache = readEnvironment("XDG_CACHE_HOME");
        // A relative path is to be taken for none.
        if (!Path.IsPathFullyQualified(cache ?? "")) cache = readEnvironment("HOME") is { } home && Path.IsPathFullyQualified(home) ? Path.Combine(home, ".cache") : null;
        if (cache is null) return null;
        string boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
        return Path.Combine(cache, "ukgen", $"accelerator-{boot}.txt");
    }

    internal static Accelerator? TryRead(string path)
    {
        try
        {
            return File.ReadAllLines(path) is [KvmName or TcgName, { Length: > 0 }] lines ? new Accelerator(lines[0], lines[1]) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static void Remember(string path, Accelerator found)
    {
        string folder = Path.GetDirectoryName(path)!, draft = path + "." + Environment.ProcessId;
        try
        {
            Directory.CreateDirectory(folder);
            // What was found before the host was started anew is of no use any more.
            foreach (string old in Directory.GetFiles(folder, "accelerator-*")) File.Delete(old);
            File.WriteAllLines(draft, [found.Name, found.Reason]);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A home that this user cannot write: the next run tries again.
        }
    }
}
