// The switches of a program. None is ever set from outside an image.

using System.Collections.Generic;

namespace System;

public static class AppContext
{
    private static Dictionary<string, bool>? s_switches;

    public static bool TryGetSwitch(string switchName, out bool isEnabled)
    {
        ArgumentException.ThrowIfNullOrEmpty(switchName, nameof(switchName));
        isEnabled = false;
        return s_switches is not null && s_switches.TryGetValue(switchName, out isEnabled);
    }

    public static void SetSwitch(string switchName, bool isEnabled)
    {
        ArgumentException.ThrowIfNullOrEmpty(switchName, nameof(switchName));
        s_switches ??= new Dictionary<string, bool>();
        s_switches[switchName] = isEnabled;
    }
}
