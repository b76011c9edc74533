using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static bool Run(AttributeTargets flags)
    {
        return flags.HasFlag(AttributeTargets.Class) && flags != AttributeTargets.All;
    }
}
