using Internal.Runtime;

namespace System;

public static partial class Environment
{
    public static int TickCount => (int)TickCount64;
    public static long TickCount64 => Clock.Nanoseconds / Clock.NanosecondsPerMillisecond;
}
