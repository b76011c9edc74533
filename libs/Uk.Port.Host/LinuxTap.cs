// The calls to the kernel that a TAP takes. open(2), ioctl(2), readv(2), netdevice(7), linux/if_tun.h.

using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Uk.Port.Host;

internal static unsafe partial class LinuxTap
{
    public const string DevicePath = "/dev/net/tun";
    /// <summary>IFF_UP.</summary>
    public const short FlagUp = 0x1;
    /// <summary>IFF_RUNNING.</summary>
    public const short FlagRunning = 0x40;

    /// <summary>O_RDWR, O_NONBLOCK, O_CLOEXEC.</summary>
    private const int OpenFlags = 0x2 | 0x800 | 0x8_0000;
    /// <summary>TUNSETIFF: _IOW('T', 202, int).</summary>
    private const nuint SetInterface = 0x4004_54CA;
    /// <summary>IFF_TAP, IFF_NO_PI: whole Ethernet frames with nothing before them.</summary>
    private const short TapWithoutPacketInformation = 0x2 | 0x1000;
    /// <summary>SIOCGIFFLAGS.</summary>
    private const nuint GetInterfaceFlags = 0x8913;
    /// <summary>SIOCSIFFLAGS.</summary>
    private const nuint SetInterfaceFlags = 0x8914;
    private const int InternetFamily = 2;
    /// <summary>EINVAL: shorter than the header of a frame.</summary>
    private const int InvalidArgument = 22;
    /// <summary>SOCK_DGRAM, SOCK_CLOEXEC.</summary>
    private const int DatagramSocket = 0x2 | 0x8_0000;

    /// <summary>struct ifreq: a name and a union, of which only the flags are used here.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 40)]
    private struct InterfaceRequest
    {
        public const int NameBytes = 16;

        [FieldOffset(0)] public fixed byte Name[NameBytes];
        [FieldOffset(NameBytes)] public short Flags;
    }

    /// <summary>struct iovec.</summary>
    private struct Piece
    {
        public byte* Start;
        public nuint LengthBytes;
    }

    public static int OpenDevice() => open(DevicePath, OpenFlags);

    public static int OpenControlSocket() => socket(InternetFamily, DatagramSocket, 0);

    public static void Close(int descriptor) => close(descriptor);

    public static bool TryAttach(int tap, string interfaceName)
    {
        InterfaceRequest request = Request(interfaceName);
        request.Flags = TapWithoutPacketInformation;
        return ioctl(tap, SetInterface, &request) == 0;
    }

    public static bool TryGetFlags(int control, string interfaceName, out short flags)
    {
        InterfaceRequest request = Request(interfaceName);
        bool known = ioctl(control, GetInterfaceFlags, &request) == 0;
        flags = request.Flags;
        return known;
    }

    public static bool TrySetFlags(int control, string interfaceName, short flags)
    {
        InterfaceRequest request = Request(interfaceName);
        request.Flags = flags;
        return ioctl(control, SetInterfaceFlags, &request) == 0;
    }

    /// <summary>One frame into two pieces of memory; negative where there is none.</summary>
    public static int Read(int tap, byte* first, nuint firstBytes, byte* second, nuint secondBytes)
    {
        Piece* pieces = stackalloc Piece[2];
        pieces[0] = new Piece { Start = first, LengthBytes = firstBytes };
        pieces[1] = new Piece { Start = second, LengthBytes = secondBytes };
        return (int)readv(tap, pieces, 2);
    }

    /// <summary>False where the kernel has no room for it now, or the interface is down.</summary>
    public static bool TryWrite(int tap, byte* frame, nuint lengthBytes) =>
        // What is no frame at all is taken and lost, as by any device.
        write(tap, frame, lengthBytes) >= 0 || Marshal.GetLastPInvokeError() == InvalidArgument;

    private static InterfaceRequest Request(string interfaceName)
    {
        InterfaceRequest request = default;
        // One byte less than there is: the name ends with a zero.
        Encoding.UTF8.TryGetBytes(interfaceName, new Span<byte>(request.Name, InterfaceRequest.NameBytes - 1), out _);
        return request;
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int socket(int family, int type, int protocol);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ioctl(int descriptor, nuint request, void* argument);

    [LibraryImport("libc")]
    private static partial nint readv(int descriptor, Piece* pieces, int count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int descriptor, byte* bytes, nuint lengthBytes);
}
