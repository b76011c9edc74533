// The date and time of the machine: the MC146818 behind ports 70h and 71h. The clock of a virtual machine is UTC.

using System;

namespace Uk.Platform.Kvm;

internal static class RealTimeClock
{
    private const ushort Index = 0x70, Data = 0x71;

    private const byte Seconds = 0, Minutes = 2, Hours = 4, Day = 7, Month = 8, Year = 9, StatusA = 10, StatusB = 11;
    private const byte UpdateInProgress = 1 << 7, IsBinary = 1 << 2, Is24Hours = 1 << 1, IsAfternoon = 1 << 7;

    private const long TicksPerSecond = 10_000_000;

    /// <summary>An image of this century: two digits of the year are all that every machine has.</summary>
    private const int Century = 2000;

    /// <summary>Steps of 100 ns since the beginning of the year 1.</summary>
    internal static long ReadTicks()
    {
        if (Read(StatusB) == 0xFF)
            throw new PlatformNotSupportedException("The machine has no real time clock. QEMU's microvm has one with -M microvm,rtc=on.");
        long before = ReadOnce(), after = ReadOnce();
        while (before != after)
        {
            before = after;
            after = ReadOnce();
        }
        return after;
    }

    private static long ReadOnce()
    {
        while ((Read(StatusA) & UpdateInProgress) != 0) { }
        int hours = ReadNumber(Hours, IsAfternoon, out bool isAfternoon);
        if ((Read(StatusB) & Is24Hours) == 0) hours = hours % 12 + (isAfternoon ? 12 : 0);
        long days = DaysBefore(Century + ReadNumber(Year), ReadNumber(Month)) + ReadNumber(Day) - 1;
        return (((days * 24 + hours) * 60 + ReadNumber(Minutes)) * 60 + ReadNumber(Seconds)) * TicksPerSecond;
    }

    private static int ReadNumber(byte register) => ReadNumber(register, 0, out _);

    private static int ReadNumber(byte register, byte flag, out bool isSet)
    {
        int value = Read(register);
        isSet = (value & flag) != 0;
        value &= ~flag;
        return (Read(StatusB) & IsBinary) != 0 ? value : (value >> 4) * 10 + (value & 15);
    }

    /// <summary>Days from the beginning of the year 1 to the beginning of a month, in the Gregorian calendar.</summary>
    private static long DaysBefore(int year, int month)
    {
        // Counted in years that begin with March, so that the leap day is the last one.
        int years = month < 3 ? year - 1 : year;
        int monthsSinceMarch = month < 3 ? month + 9 : month - 3;
        const int DaysToMarchOfYear0 = 306;
        return years * 365L + years / 4 - years / 100 + years / 400 + (153 * monthsSinceMarch + 2) / 5 - DaysToMarchOfYear0;
    }

    private static byte Read(byte register)
    {
        Cpu.uk_out8(Index, register);
        return Cpu.uk_in8(Data);
    }
}
