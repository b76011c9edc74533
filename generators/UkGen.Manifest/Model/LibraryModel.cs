namespace UkGen;

/// <summary>One micro-library, as its manifest says.</summary>
/// <param name="Type">The struct, without type arguments; see <see cref="TypeText"/>.</param>
/// <param name="Provides">Full names of contracts.</param>
/// <param name="DefaultFor">Those of <paramref name="Provides"/> for which it is the default provider.</param>
/// <param name="OnlyChosenFor">Those of <paramref name="Provides"/> that it provides only where it is named.</param>
/// <param name="OnlyChosenOn">The targets on which that is so.</param>
/// <param name="Requires">One contract per type parameter, in order.</param>
/// <param name="Devices">What it is a driver for, see <see cref="DeviceModel"/>.</param>
public sealed record LibraryModel(
    string Type,
    Targets Targets,
    EquatableArray<string> Provides,
    EquatableArray<string> DefaultFor,
    EquatableArray<string> OnlyChosenFor,
    Targets OnlyChosenOn,
    EquatableArray<ContractModel> Requires,
    bool Initializes,
    EquatableArray<string> Devices)
{
    public string FullName => TypeText.Plain(Type);

    public string Name => TypeText.Short(Type);

    /// <summary>As it is written in <c>typeof(…)</c>: <c>VirtioNet&lt;,&gt;</c>.</summary>
    public string OpenName => Requires.Count == 0 ? Name : Name + "<" + new string(',', Requires.Count - 1) + ">";
}
