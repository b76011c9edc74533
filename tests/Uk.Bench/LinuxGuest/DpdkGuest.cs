// What an image is compared with in a virtual machine: Debian's Linux kernel, and in its first file system nothing but this
// host's testpmd, its libraries and busybox, which starts it. The network device is DPDK's, by way of uio_pci_generic.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using Uk.Qemu;

namespace Uk.Bench.LinuxGuest;

/// <param name="Kernel">Path of the compressed kernel.</param>
/// <param name="FileSystem">Path of the compressed archive.</param>
internal sealed record DpdkGuest(string Kernel, string FileSystem)
{
    /// <summary>What testpmd prints when it forwards.</summary>
    public const string Ready = "packet forwarding - ports=1";

    private const string KernelPackage = "linux-image-cloud-amd64", KernelPrefix = "linux-image-";
    private const string Drivers = "/usr/lib/x86_64-linux-gnu/dpdk";
    private const int HugePages = 24;
    /// <summary>On the first bus of a q35 machine.</summary>
    private const string Slot = "5";
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);
    private static readonly HostTool s_libraries = new("ldd", "libc-bin");
    private static readonly string[] s_modules = ["uio", "uio_pci_generic"];
    private static readonly string[] s_drivers = ["librte_net_virtio", "librte_mempool_ring"];

    /// <summary>Kernel and file system, in bytes.</summary>
    public long LengthBytes => new FileInfo(Kernel).Length + new FileInfo(FileSystem).Length;

    /// <summary>The machine that forwards in a mode, with this behind its network device.</summary>
    public QemuOptions Machine(string mode, int frameBytes, NetworkBackend network, MemorySize memory) =>
        new(Kernel, GuestMachine.Q35 with { NetworkDevice = $"virtio-net-pci,romfile=,addr={Slot}" })
        {
            Memory = memory,
            Network = network,
            // What the kernel does not know goes into the environment of its first process.
            CommandLine = string.Create(CultureInfo.InvariantCulture, $"console=ttyS0 quiet panic=-1 hugepages={HugePages} MODE={mode} BYTES={frameBytes}"),
            Extra = ["-initrd", FileSystem],
        };

    /// <summary>Fetches what is missing and packs the file system into a folder.</summary>
    /// <exception cref="ToolFailedException">A package cannot be had.</exception>
    public static DpdkGuest Build(TemporaryFolder folder)
    {
        string kernel = DebianPackage.Unpacked(DebianPackage.DependencyOf(KernelPackage, KernelPrefix));
        string busybox = Path.Combine(DebianPackage.Unpacked("busybox-static"), "bin/busybox");
        var archive = new CpioArchive();
        foreach (string empty in (string[])["dev", "proc", "sys", "tmp", "var/run"]) archive.AddFolder(empty);
        archive.AddFile("bin/busybox", File.ReadAllBytes(busybox));
        foreach (string module in s_modules) archive.AddFile($"modules/{module}.ko", File.ReadAllBytes(Module(kernel, module)));
        string[] programs = [Testpmd.Tool.Require(), .. s_drivers.Select(Driver)];
        archive.AddFile("bin/testpmd", File.ReadAllBytes(programs[0]));
        foreach (string driver in programs[1..]) archive.AddFile("lib/" + Path.GetFileName(driver), File.ReadAllBytes(driver));
        foreach ((string name, string path) in Libraries(programs)) archive.AddFile(name, File.ReadAllBytes(path));
        archive.AddFile("init", Encoding.ASCII.GetBytes(Start(programs[1..].Select(driver => "/lib/" + Path.GetFileName(driver)))));
        string packed = folder.File("initramfs.gz");
        using (var stream = new GZipStream(File.Create(packed), CompressionLevel.SmallestSize)) stream.Write(archive.Finish());
        return new DpdkGuest(Directory.GetFiles(Path.Combine(kernel, "boot"), "vmlinuz-*").Single(), packed);
    }

    private static string Module(string kernel, string name) =>
        Directory.GetFiles(Path.Combine(kernel, "lib/modules"), name + ".ko", SearchOption.AllDirectories).FirstOrDefault()
        ?? throw new ToolFailedException($"the kernel in {kernel} has no module {name}");

    // The newest interface of each, without the rest of its version.
    private static string Driver(string name) =>
        Directory.Exists(Drivers) && Directory.GetFiles(Drivers, name + ".so.*", SearchOption.AllDirectories).MinBy(path => path.Length) is { } found
            ? found
            : throw new MissingToolException(new HostTool(name + ".so", "dpdk-dev librte-net-virtio23"));

    /// <summary>Where each library has to be, and where it is. The loader has a place of its own, all others are in /lib.</summary>
    private static IEnumerable<(string Name, string Path)> Libraries(IEnumerable<string> programs) =>
        programs.SelectMany(program => s_libraries.Output(s_timeout, program).Split('\n')).Select(line => line.Trim().Split(' '))
            .Select(words => words switch
            {
                [{ } name, "=>", ['/', ..] path, ..] => ("lib/" + name, path),
                [['/', ..] loader, ..] => (loader[1..], loader),
                _ => default,
            })
            .Where(library => library.Item1 is not null).DistinctBy(library => library.Item1);

    private static string Start(IEnumerable<string> drivers) => $"""
        #!/bin/busybox sh
        b=/bin/busybox
        nic=0000:00:0{Slot}.0
        $b chmod 755 /
        $b mount -t proc proc /proc
        $b mount -t sysfs sys /sys
        $b mount -t devtmpfs dev /dev
        $b mkdir -p /dev/hugepages
        $b mount -t hugetlbfs huge /dev/hugepages
        {string.Join('\n', s_modules.Select(module => $"$b insmod /modules/{module}.ko"))}
        [ ! -e /sys/bus/pci/devices/$nic/driver ] || echo $nic > /sys/bus/pci/devices/$nic/driver/unbind
        echo uio_pci_generic > /sys/bus/pci/devices/$nic/driver_override
        echo $nic > /sys/bus/pci/drivers_probe
        exec /bin/testpmd --lcores 0@0,1@0 --no-telemetry {string.Join(' ', drivers.Select(driver => "-d " + driver))} -a $nic -- \
            --nb-cores=1 --total-num-mbufs=2048 --forward-mode=$MODE --txpkts=$BYTES --rxd=256 --txd=256

        """;
}
