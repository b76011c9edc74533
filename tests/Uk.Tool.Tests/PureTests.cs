// What needs neither a machine nor a tool: sizes, statuses, command lines, texts.

using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Uk.Qemu;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class PureTests
{
    [Theory]
    [InlineData("2M", 2048)]
    [InlineData("1200K", 1200)]
    [InlineData("1200k", 1200)]
    [InlineData("1G", 1 << 20)]
    [InlineData("2MiB", 2048)]
    [InlineData("3", 3072)]
    public void A_memory_size_is_read(string text, long kiB)
    {
        Assert.True(MemorySize.TryParse(text, out MemorySize size));
        Assert.Equal(kiB, size.KiB);
    }

    [Theory]
    [InlineData("")]
    [InlineData("K")]
    [InlineData("0")]
    [InlineData("-1M")]
    [InlineData("2T")]
    [InlineData("1.5M")]
    [InlineData("99999999999999M")]
    public void What_is_no_memory_size_is_refused(string text) => Assert.False(MemorySize.TryParse(text, out _));

    [Theory]
    [InlineData(1, false, GuestEnd.Status, 0, 0)]
    [InlineData(1, true, GuestEnd.NotStarted, 0, 125)]
    [InlineData(3, false, GuestEnd.Status, 1, 1)]
    [InlineData(255, false, GuestEnd.Status, 127, 127)]
    [InlineData(0, false, GuestEnd.NoStatus, 0, 126)]
    [InlineData(137, true, GuestEnd.Killed, 0, 126)]
    public void QEMUs_status_is_understood(int exitCode, bool saidError, GuestEnd end, int status, int code)
    {
        GuestExit exit = GuestExit.FromQemu(exitCode, saidError);
        Assert.Equal(new GuestExit(end, status), exit);
        Assert.Equal(code, exit.ToStatusCode());
    }

    [Theory]
    [InlineData("microvm", "-M microvm,acpi=off", "virtio-net-device,netdev=net0", true)]
    [InlineData("microvm-acpi", "-M microvm,acpi=on", "virtio-net-device,netdev=net0", true)]
    [InlineData("q35", "-M q35", "virtio-net-pci,romfile=,netdev=net0", false)]
    [InlineData("pc", "-M pc", "virtio-net-pci,romfile=,netdev=net0", false)]
    public void Each_machine_gets_its_network_device(string name, string machine, string device, bool mmio)
    {
        var options = new QemuOptions("x.kvm", GuestMachine.Named(name)) { Memory = new MemorySize(1200), Network = NetworkBackend.User };
        string line = string.Join(' ', options.ToArguments());
        Assert.StartsWith(machine + " -accel tcg -cpu max -m 1200k ", line);
        Assert.Contains("-netdev user,id=net0 -device " + device, line);
        Assert.Equal(mmio, line.Contains("virtio-mmio.force-legacy=false"));
        Assert.EndsWith("-kernel x.kvm", line);
    }

    [Fact]
    public void A_comma_in_a_path_stays_one_option()
    {
        Assert.Equal("stream,server=off,addr.type=unix,addr.path=/tmp/a,,b", NetworkBackend.Stream("/tmp/a,b").Netdev);
    }

    [Fact]
    public void An_unknown_machine_is_refused_with_the_known_ones()
    {
        Assert.Contains("microvm, microvm-acpi, q35, pc", Assert.Throws<ArgumentException>(() => GuestMachine.Named("vax")).Message);
    }

    [Fact]
    public void A_command_line_can_be_pasted_into_a_shell()
    {
        Assert.Equal("qemu -append 'a b' 'it'\\''s' '' x=1", new ChildCommand("qemu", ["-append", "a b", "it's", "", "x=1"]).ToString());
    }

    [Fact]
    public void A_missing_tool_is_reported_with_the_command_that_installs_it()
    {
        var error = Assert.Throws<MissingToolException>(() => new HostTool("no-such-program", "its-package").Require());
        Assert.EndsWith("apt-get install --yes its-package", error.Message);
    }

    [Fact]
    public void Panics_are_found_between_other_lines()
    {
        const string Console = "hello\r\nPANIC: page fault\r\nrax=1 rip=0000000000100010\r\nbuild-id: 12AB\r\n  at 0x0000000000100010\r\n  at 0x0000000000100020\r\nafter\r\n  at 0x0000000000100030\nPANIC: again\nrax=1\n  at 0x0000000000100010\n";
        ImmutableArray<PanicText> panics = PanicText.FindAll(Console);
        Assert.Equal(["page fault", "again"], panics.Select(panic => panic.Reason));
        Assert.Equal([0x100010, 0x100020], panics[0].Stack);
        Assert.Equal("12ab", panics[0].BuildId);
        Assert.True(panics[0].IsFault);
        Assert.Equal([0x100010], panics[1].Stack);
        Assert.False(panics[1].IsFault);
    }

    [Theory]
    [InlineData("S_P_CoreLib_System_String__Concat", "S_P_CoreLib_System_String.Concat")]
    [InlineData("Uk_Net_Uk_Net_Ipv4Packet__Check", "Uk_Net_Ipv4Packet.Check")]
    [InlineData("App_App__Main", "App.Main")]
    [InlineData("Application_App__Main", "Application_App.Main")]
    [InlineData("HelloWorld_Program___Main__", "HelloWorld_Program._Main__")]
    [InlineData("Uk_Mempool_Uk_Mempool_Mempool_2<A__B>__Free", "Uk_Mempool_Mempool_2<A__B>.Free")]
    [InlineData("Box_1<Aaaaaaaaaaaaaaaaaaaaaaaaaa<B>__Cccccccccccccccccccccc>__Get", "Box_1<…>.Get")]
    [InlineData("uk_stack_top", "uk_stack_top")]
    [InlineData("__managed__Main", "__managed__Main")]
    [InlineData("_start", "_start")]
    public void The_names_of_the_linker_are_made_readable(string linker, string readable) => Assert.Equal(readable, SymbolName.ToReadable(linker));

    [Fact]
    public void A_processor_needs_vmx_or_svm()
    {
        Assert.True(Accelerator.CpuHasVirtualisation("vendor\nflags\t\t: fpu vmx ssse3\n"));
        Assert.True(Accelerator.CpuHasVirtualisation("flags\t\t: fpu svm\n"));
        Assert.False(Accelerator.CpuHasVirtualisation("flags\t\t: fpu svm_lock\nbugs: vmx\n"));
    }

    [Fact]
    public void A_kvm_that_does_not_open_is_explained()
    {
        Assert.Equal("there is no /dev/no-such-device", Accelerator.WhyKvmCannotOpen("/dev/no-such-device"));
        Assert.Null(Accelerator.WhyKvmCannotOpen("/dev/null"));
        Assert.StartsWith("/ does not open: ", Accelerator.WhyKvmCannotOpen("/"));
    }

    [Theory]
    [InlineData("/cache", "/home/me", "/cache/ukgen")]
    [InlineData(null, "/home/me", "/home/me/.cache/ukgen")]
    [InlineData("", "/home/me", "/home/me/.cache/ukgen")]
    [InlineData("relative", "/home/me", "/home/me/.cache/ukgen")]
    [InlineData(null, null, null)]
    [InlineData(null, "", null)]
    public void The_accelerator_is_remembered_in_the_users_cache(string? cache, string? home, string? folder)
    {
        string? path = Accelerator.RememberedPath(name => name switch { "XDG_CACHE_HOME" => cache, "HOME" => home, _ => throw new InvalidOperationException(name) });
        Assert.Equal(folder, Path.GetDirectoryName(path));
    }

    [Fact]
    public void What_was_found_is_found_again_and_replaces_that_of_earlier_boots()
    {
        using var scratch = new ScratchFolder();
        string path = Path.Combine(scratch["ukgen"], "accelerator-now.txt");
        Assert.Null(Accelerator.TryRead(path));
        Directory.CreateDirectory(scratch["ukgen"]);
        File.WriteAllText(Path.Combine(scratch["ukgen"], "accelerator-earlier.txt"), "kvm\nran\n");
        var found = new Accelerator(Accelerator.TcgName, "no /dev/kvm");
        Accelerator.Remember(path, found);
        Assert.Equal(found, Accelerator.TryRead(path));
        Assert.Equal([path], Directory.GetFiles(scratch["ukgen"]));
        File.WriteAllText(path, "hvf\nan apple\n");
        Assert.Null(Accelerator.TryRead(path));
    }

    /// <summary>Nobody may write below a file, not even root.</summary>
    [Fact]
    public void A_cache_that_cannot_be_written_is_none()
    {
        using var scratch = new ScratchFolder();
        File.WriteAllText(scratch["file"], "");
        string path = Path.Combine(scratch["file"], "ukgen", "accelerator-now.txt");
        Accelerator.Remember(path, new Accelerator(Accelerator.KvmName, "ran"));
        Assert.Null(Accelerator.TryRead(path));
    }

    [Fact]
    public void The_folder_of_a_dead_process_is_removed_and_that_of_a_living_one_is_not()
    {
        // Process ids end below 2^22.
        string dead = Path.Combine(Path.GetTempPath(), "uk-qemu-99999999-test");
        string alive = Path.Combine(Path.GetTempPath(), $"uk-qemu-{Environment.ProcessId}-test");
        Directory.CreateDirectory(dead);
        Directory.CreateDirectory(alive);
        TemporaryFolder.RemoveIfAbandoned(dead);
        TemporaryFolder.RemoveIfAbandoned(alive);
        Assert.False(Directory.Exists(dead));
        Assert.True(Directory.Exists(alive));
        Directory.Delete(alive);
    }
}
