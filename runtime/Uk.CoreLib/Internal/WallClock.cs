namespace Internal.Runtime;

/// <summary>The time of day.</summary>
internal static class WallClock
{
    /// <summary>Steps of 100 ns since 0001-01-01, UTC.</summary>
    internal static long UtcTicks => System.DateTime.UnixEpochTicks;
}
