namespace Uk.Linux;

/// <summary>Errors of system calls, for people. errno(3).</summary>
public static class LinuxError
{
    public const int EPERM = 1, ENOENT = 2, EINTR = 4, EIO = 5, EAGAIN = 11, ENOMEM = 12, EACCES = 13, EBUSY = 16, EEXIST = 17, ENODEV = 19,
        EINVAL = 22, ENOSPC = 28, ENOSYS = 38, ENOBUFS = 105, ENETDOWN = 100, ECONNREFUSED = 111;

    /// <summary>What the kernel means by a negative result.</summary>
    public static string Describe(nint result) => -result switch
    {
        EPERM => "this user may not do that",
        ENOENT => "there is no such file",
        EACCES => "permission denied",
        EBUSY => "it is in use",
        EEXIST => "something is there already",
        ENODEV => "there is no such device",
        EINVAL => "the kernel does not accept it",
        ENOMEM => "no memory left",
        ENOSPC => "no space left",
        ECONNREFUSED => "nobody listens there",
        _ => "error " + (int)-result,
    };
}
