// The processors that images are compiled for: a row for each architecture.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Uk.Tool.Plan;

/// <param name="Name">What UkArchitecture and the compiler (--targetarch) call it.</param>
/// <param name="LeastInstructionSet">What all of its processors have.</param>
/// <param name="Width">The assembler's switch for its registers and addresses.</param>
internal sealed record Architecture(string Name, string LeastInstructionSet, string Width)
{
    public static readonly Architecture X64 = new("x64", "x86-64", "--64");

    private static readonly ImmutableArray<Architecture> s_all = [X64];

    // The registers that boot code enables, as bits of XCR0. Intel SDM, volume 1, 13.1.
    private const int Avx = 7, Avx512 = 231;

    /// <exception cref="PlanException">There is no such architecture.</exception>
    public static Architecture Find(string name)
    {
        foreach (Architecture architecture in s_all)
            if (architecture.Name == name) return architecture;
        throw new PlanException("UK3012", $"UkArchitecture '{name}' is unknown. Use {s_all[0].Name}, or leave it out.");
    }

    /// <summary>
    /// What assembly sources are told of the vector registers that compiled code uses: their state is enabled at the start
    /// and saved where a handler runs.
    /// </summary>
    public IEnumerable<string> AssemblerSwitches(string instructionSet)
    {
        int state = Names(instructionSet, "v4") || Names(instructionSet, "avx512") || Names(instructionSet, "avx10") ? Avx512
            : Names(instructionSet, "v3") || Names(instructionSet, "avx") ? Avx
            : 0;
        return state == 0 ? [] : ["-msse2avx", "--defsym", $"UK_VECTOR_STATE={state}"];
    }

    private static bool Names(string instructionSet, string part) => instructionSet.Contains(part, StringComparison.Ordinal);
}
