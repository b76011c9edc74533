// The two calls of the C library that place memory at a fixed address. mmap(2).

using System.Runtime.InteropServices;

namespace Uk.Platform;

internal static unsafe partial class LinuxMemory
{
    public static readonly void* Failed = (void*)-1;

    private const int ReadWrite = 1 | 2;
    /// <summary>MAP_PRIVATE, MAP_ANONYMOUS, MAP_FIXED_NOREPLACE: fails rather than replacing what is there.</summary>
    private const int PrivateAnonymousAtAddress = 0x02 | 0x20 | 0x10_0000;

    /// <summary>Zeroed memory at the address, <see cref="Failed"/>, or, from old kernels, memory elsewhere.</summary>
    public static void* Map(void* address, nuint lengthBytes) =>
        mmap(address, lengthBytes, ReadWrite, PrivateAnonymousAtAddress, -1, 0);

    public static void Unmap(void* address, nuint lengthBytes) => munmap(address, lengthBytes);

    [LibraryImport("libc", SetLastError = true)]
    private static partial void* mmap(
        void* address, nuint lengthBytes, int protection, int flags, int descriptor, nint offset);

    [LibraryImport("libc")]
    private static partial int munmap(void* address, nuint lengthBytes);
}
