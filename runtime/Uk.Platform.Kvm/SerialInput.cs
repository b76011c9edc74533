// What is typed at the console of a virtual machine: the receiving side of COM1. Uk.CoreLib asks by name
// (Internal/ConsoleInput.cs), so an image that reads nothing does not have it.

namespace Uk.Platform.Kvm;

internal static unsafe class SerialInput
{
    private const ushort ReceiveBuffer = 0x3F8, LineStatus = 0x3FD;
    private const byte DataReady = 1 << 0, Absent = 0xFF;
    private const byte EndOfTransmission = 4;

    private static bool s_wasReturn, s_isAtEnd;

    /// <summary>
    /// What the UART holds, up to the length: how much it is, 0 at the end, or -1 when nothing has come. A terminal's return
    /// key sends a carriage return: a line ends with a line feed, so that nobody waits for one to follow. Control-D ends the
    /// input; so does a machine without a UART.
    /// </summary>
    internal static nint Read(byte* bytes, nint lengthBytes)
    {
        if (s_isAtEnd)
        {
            s_isAtEnd = false;
            return 0;
        }
        nint got = 0;
        while (got < lengthBytes)
        {
            byte status = Cpu.uk_in8(LineStatus);
            if (status == Absent) return 0;
            if ((status & DataReady) == 0) break;
            byte value = Cpu.uk_in8(ReceiveBuffer);
            if (value == EndOfTransmission)
            {
                // What came before it first.
                s_isAtEnd = got != 0;
                return got;
            }
            bool isSecond = value == '\n' && s_wasReturn;
            s_wasReturn = value == '\r';
            if (!isSecond) bytes[got++] = s_wasReturn ? (byte)'\n' : value;
        }
        return got == 0 ? -1 : got;
    }
}
