// What a faulting division divides by, for every form of operand that the assembler writes, against the number that was put
// there: zero and not, in a register and in memory.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Uk.Platform;
using Xunit;

namespace Uk.Libs.Tests.Faults;

public sealed unsafe class DivideInstructionTests
{
    /// <summary>Registers in the order of their numbers; rsp can be no index.</summary>
    private static readonly string[] s_registers =
        ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"];

    private static readonly string[] s_bytes =
        ["al", "cl", "dl", "bl", "spl", "bpl", "sil", "dil", "r8b", "r9b", "r10b", "r11b", "r12b", "r13b", "r14b", "r15b"];

    private static readonly string[] s_highBytes = ["ah", "ch", "dh", "bh"];

    private static readonly (char Suffix, int Bytes)[] s_widths = [('b', 1), ('w', 2), ('l', 4), ('q', 8)];

    /// <summary>Where data lies, far enough from its ends for every displacement below.</summary>
    private const int DataBytes = 4096, Middle = 2048;

    [Fact]
    public void Divisor_in_a_register_is_found()
    {
        var forms = new List<(string Text, int Register, int Shift, int Bytes)>();
        for (int i = 0; i < 16; i++)
        {
            forms.Add(($"divb %{s_bytes[i]}", i, 0, 1));
            forms.Add(($"idivw %{Narrow(i, 'w')}", i, 0, 2));
            forms.Add(($"idivl %{Narrow(i, 'l')}", i, 0, 4));
            forms.Add(($"divq %{s_registers[i]}", i, 0, 8));
        }
        for (int i = 0; i < 4; i++) forms.Add(($"idivb %{s_highBytes[i]}", i, 8, 1));
        byte[][] code = Assemble(forms.Select(form => form.Text));

        for (int i = 0; i < forms.Count; i++)
        {
            ulong part = (forms[i].Bytes == 8 ? ulong.MaxValue : (1UL << (8 * forms[i].Bytes)) - 1) << forms[i].Shift;
            GeneralRegisters registers = default;
            for (int r = 0; r < 16; r++) registers[r] = ulong.MaxValue;
            Assert.False(Divides(registers, code[i]), forms[i].Text);
            registers[forms[i].Register] = ~part;
            Assert.True(Divides(registers, code[i]), forms[i].Text);
            // Only its lowest bit.
            for (int r = 0; r < 16; r++) registers[r] = 0;
            registers[forms[i].Register] = 1UL << forms[i].Shift;
            Assert.False(Divides(registers, code[i]), forms[i].Text);
        }
    }

    [Fact]
    public void Divisor_in_memory_is_found()
    {
        byte[] data = new byte[DataBytes];
        fixed (byte* start = data)
        {
            ulong middle = (ulong)start + Middle;
            var forms = new List<(string Text, ulong Basis, int Register, int Index)>();
            foreach ((char suffix, _) in s_widths)
            {
                for (int i = 0; i < 16; i++)
                {
                    foreach (int displacement in new[] { 0, 8, -8, 0x140, -0x140 })
                        forms.Add(($"idiv{suffix} {displacement}(%{s_registers[i]})", middle - (ulong)displacement, i, -1));
                    for (int index = 0; index < 16; index++)
                        if (index is not 4 && index != i)
                            forms.Add(($"div{suffix} {index * 4 - 8}(%{s_registers[i]},%{s_registers[index]},{1 << index % 4})",
                                middle - (ulong)(index * 4 - 8) - (3UL << index % 4), i, index));
                }
                for (int index = 0; index < 16; index++)
                    if (index != 4) forms.Add(($"idiv{suffix} {0x40 - 24}(,%{s_registers[index]},8)", 0, -1, index));
            }
            byte[][] code = Assemble(forms.Select(form => form.Text));
            for (int i = 0; i < forms.Count; i++)
            {
                GeneralRegisters registers = default;
                if (forms[i].Register >= 0) registers[forms[i].Register] = forms[i].Basis;
                // Without a base the index alone says where.
                if (forms[i].Index >= 0) registers[forms[i].Index] = forms[i].Register >= 0 ? 3 : (middle - 0x40 + 24) / 8;
                int at = Middle + (forms[i].Register < 0 && forms[i].Index >= 0 ? (int)(((middle - 0x40 + 24) / 8 * 8 + 0x40 - 24) - middle) : 0);
                CheckMemory(data, at, Width(forms[i].Text), forms[i].Text, registers, code[i]);
            }
        }
    }

    /// <summary>Counted from the next instruction: static fields.</summary>
    [Fact]
    public void Divisor_behind_the_instruction_is_found()
    {
        foreach ((char suffix, int bytes) in s_widths)
        {
            string text = $"idiv{suffix} 64(%rip)";
            // Opcode, ModRM and displacement, with a prefix for 16 and for 64 bits.
            int length = 6 + (suffix is 'w' or 'q' ? 1 : 0);
            byte[] memory = new byte[128];
            Assemble([text])[0].AsSpan(0, length).CopyTo(memory);
            fixed (byte* start = memory)
            {
                memory.AsSpan(length).Fill(0xFF);
                Assert.False(DivideInstruction.DividesByZero(default, start), text);
                memory.AsSpan(length + 64, bytes).Clear();
                Assert.True(DivideInstruction.DividesByZero(default, start), text);
                memory[length + 64 + bytes - 1] = 0x80;
                Assert.False(DivideInstruction.DividesByZero(default, start), text);
            }
        }
    }

    [Fact]
    public void Addresses_of_32_bits_and_prefixes_that_say_nothing_are_stepped_over()
    {
        byte[][] code = Assemble(["addr32 idivl (%eax)", "ds idivl %ecx", ".byte 0xF3; idivq %r9"]);
        GeneralRegisters registers = default;
        Assert.True(Divides(registers, code[1]));
        Assert.True(Divides(registers, code[2]));
        registers[GeneralRegisters.Rcx] = registers[GeneralRegisters.R9] = 7;
        Assert.False(Divides(registers, code[1]));
        Assert.False(Divides(registers, code[2]));
        Assert.Equal(0x67, code[0][0]);
    }

    private static void CheckMemory(byte[] data, int at, int bytes, string text, GeneralRegisters registers, byte[] code)
    {
        data.AsSpan().Fill(0xFF);
        Assert.False(Divides(registers, code), text);
        data.AsSpan(at, bytes).Clear();
        Assert.True(Divides(registers, code), text);
        data.AsSpan().Clear();
        data[at + bytes - 1] = 0x80;
        Assert.False(Divides(registers, code), text);
    }

    private static bool Divides(GeneralRegisters registers, byte[] code)
    {
        fixed (byte* start = code) return DivideInstruction.DividesByZero(registers, start);
    }

    private static int Width(string text) => s_widths.Single(width => text.Split(' ')[0].EndsWith(width.Suffix)).Bytes;

    private static string Narrow(int register, char suffix) => register >= 8 ? s_registers[register] + (suffix == 'w' ? "w" : "d")
        : suffix == 'w' ? s_registers[register][1..] : "e" + s_registers[register][1..];

    /// <summary>Each instruction lies at a multiple of 16 bytes, and is cut out up to the next one.</summary>
    private static byte[][] Assemble(IEnumerable<string> instructions)
    {
        string[] lines = [.. instructions];
        string folder = Directory.CreateTempSubdirectory("uk-divide-").FullName;
        try
        {
            string source = Path.Combine(folder, "d.S"), code = Path.Combine(folder, "d.o"), binary = Path.Combine(folder, "d.bin");
            File.WriteAllLines(source, lines.Select(line => $".balign 16, 0\n{line}"));
            Run("as", "--64", "-o", code, source);
            Run("objcopy", "-O", "binary", "-j", ".text", code, binary);
            byte[] all = File.ReadAllBytes(binary);
            return [.. lines.Select((_, i) => Trim(all.AsSpan(16 * i, Math.Min(16, all.Length - 16 * i))))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Zeros at the end may be part of a displacement, and do no harm where they are not.</summary>
    private static byte[] Trim(ReadOnlySpan<byte> bytes)
    {
        byte[] copy = new byte[16];
        bytes.CopyTo(copy);
        return copy;
    }

    private static void Run(string tool, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true })!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
    }
}
