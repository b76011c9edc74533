namespace UkGen.Composition;

/// <summary>What the application's project says with MSBuild properties.</summary>
/// <param name="IsOn">The property <c>UkComposition</c> is true.</param>
/// <param name="Target">None where <paramref name="TargetText"/> is no target.</param>
public sealed record SettingsModel(bool IsOn, Targets Target, string TargetText)
{
    public static SettingsModel Off { get; } = new(false, Targets.None, "");
}

/// <summary>What the application says with attributes on the assembly.</summary>
public sealed record AssemblyModel(
    EquatableArray<ChoiceModel> Choices,
    ChoiceModel? Scheduler,
    EquatableArray<OptionModel> Options,
    long? MachineMemory,
    EquatableArray<Finding> Findings)
{
    public const string MachinePlace = "assembly/machine";
}

/// <summary>What the compiler knows of the program as a whole.</summary>
/// <param name="EntryPoint">The Main that the application has itself, for messages.</param>
public sealed record ProgramModel(bool IsExecutable, string? EntryPoint, bool AllowsUnsafe);

public enum LcoreAccess
{
    /// <summary>The composition can call the method.</summary>
    Direct,
    /// <summary>The composition adds a method beside it, in the partial type, that calls it.</summary>
    Hook,
    None,
}

/// <summary>A method with <c>[Lcore]</c>.</summary>
/// <param name="IsTask">It returns a task, whose end is waited for.</param>
public sealed record LcoreModel(
    int Id,
    string Type,
    string Namespace,
    EquatableArray<string> Containers,
    string Method,
    LcoreAccess Access,
    bool IsTask,
    EquatableArray<Finding> Findings)
{
    public const int MaxId = 63;

    public string Label => TypeText.Short(Type) + "." + Method;

    public string Place => PlaceOf(TypeText.Plain(Type) + "." + Method);

    public static string PlaceOf(string fullName) => "lcore/" + fullName;
}

/// <summary>All that a composition is made from.</summary>
public sealed record ApplicationModel(
    SettingsModel Settings,
    EquatableArray<LibraryModel> Libraries,
    EquatableArray<PartModel> Parts,
    EquatableArray<LcoreModel> Lcores,
    AssemblyModel Assembly,
    ProgramModel Program);
