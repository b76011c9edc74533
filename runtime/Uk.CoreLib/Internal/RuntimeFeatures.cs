namespace Internal.Runtime;

/// <summary>What an image has of the runtime. Uk.Sdk decides, ilc replaces these bodies and removes what is not used.</summary>
internal static class RuntimeFeatures
{
    /// <summary>Some method of the program catches.</summary>
    internal static bool ExceptionHandling => false;
}
