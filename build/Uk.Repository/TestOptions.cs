using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace Uk.Repository;

/// <summary>What the command line of build/test.sh asks for.</summary>
/// <param name="IsQuick">Without what takes longer than four minutes in all: see <see cref="TestProject.QuickFilter"/>.</param>
/// <param name="Seed">Says the order of projects, classes and tests.</param>
/// <param name="Names">Parts of the names of projects; empty for all.</param>
internal sealed record TestOptions(bool IsQuick, int Seed, ImmutableArray<string> Names)
{
    public const string Usage = "usage: build/test.sh [quick] [--seed N] [PROJECT…]";

    /// <summary>Null where the arguments are wrong.</summary>
    public static TestOptions? Parse(IReadOnlyList<string> arguments)
    {
        bool isQuick = false;
        int seed = Random.Shared.Next(1, 1_000_000);
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "quick") isQuick = true;
            else if (arguments[i] == "--seed")
            {
                // The runner of xunit takes a seed of this range.
                if (++i == arguments.Count || !int.TryParse(arguments[i], NumberStyles.None, CultureInfo.InvariantCulture, out seed)) return null;
            }
            else if (arguments[i].StartsWith('-')) return null;
            else names.Add(arguments[i]);
        }
        return new TestOptions(isQuick, seed, names.DrainToImmutable());
    }
}
