namespace Uk.Platform.Kvm;

/// <summary>What the image has of the runtime: ilc replaces these bodies. See Uk.CoreLib/ILLink.Substitutions.xml.</summary>
internal static class RuntimeFeatures
{
    /// <summary>Some method of the program catches, so a fault may be an exception.</summary>
    internal static bool ExceptionHandling => false;

    /// <summary>The program has more than one lcore.</summary>
    internal static bool SeveralLcores => false;
}
