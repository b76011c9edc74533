// How long a test waits for what has to come: an event ends the wait, and this bound only a test that fails. So it costs
// nothing, and is far beyond what the slowest machine with other work needs. Waits that are meant to elapse, for what must
// not come, are not this file's.

using System;

namespace Uk;

internal static class Patience
{
    /// <summary>For a machine that boots, an answer, the end of a program.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromMinutes(3);
}
