// Writes the other half of a part: its options, and a direct call to its provider for each member of its contract.

using System.Collections.Generic;
using System.Linq;

namespace UkGen.Composition;

internal static class PartEmitter
{
    /// <summary>Stands where there is nothing to call: the build has failed with a diagnostic that says why.</summary>
    public const string Incomplete =
        "throw new global::System.InvalidOperationException(\"The composition has errors: there is nothing to run.\")";

    private const string Inline = "[MethodImpl(MethodImplOptions.AggressiveInlining)]";

    public static string Emit(CompositionModel composition, PartComposition part, NamesModel names)
    {
        TypeNames types = new(names, part.Part.Namespace);
        TypeNode? provider = composition.IsComplete ? part.Provider : null;
        IndentedWriter body = new();
        if (part.Part.Namespace.Length == 0)
        {
            // An alias outside of a namespace does not see the imports beside it.
            if (provider is not null) body.Line(TypeNames.Qualified.Alias(names.ProviderAlias, provider));
            body.Separate();
            Containers(body, part, 0, names, types, provider);
        }
        else
        {
            body.Block("namespace " + part.Part.Namespace, () =>
            {
                if (provider is not null) body.Line(types.Alias(names.ProviderAlias, provider));
                body.Separate();
                Containers(body, part, 0, names, types, provider);
            });
        }
        IndentedWriter writer = new();
        CompositionEmitter.Header(writer, CompositionReport.Write(part));
        foreach (string import in types.Imports) writer.Line(import);
        writer.Separate();
        return writer + body.ToString();
    }

    private static void Containers(
        IndentedWriter writer, PartComposition part, int depth, NamesModel names, TypeNames types, TypeNode? provider)
    {
        if (depth < part.Part.Containers.Count)
        {
            writer.Block("partial " + part.Part.Containers[depth], () =>
                Containers(writer, part, depth + 1, names, types, provider));
            return;
        }
        string self = types.Write(part.Part.Type);
        string contract = types.Write(part.Part.Contract.Type) + "<" + self + ">";
        string header = "partial " + part.Part.Keyword + " " + TypeText.Identifier(part.Part.Name)
            + " : " + contract + ", " + types.Write(part.Part.Options.Type);
        writer.Block(header, () =>
        {
            if (provider is not null) Options(writer, part, types);
            if (part.Part.Members.Count > 0) types.Import("System.Runtime.CompilerServices");
            foreach (MemberModel member in part.Part.Members)
                Member(writer, member, types, part.Part.Contract, provider is null ? null : names.ProviderAlias);
        });
    }

    private static void Options(IndentedWriter writer, PartComposition part, TypeNames types)
    {
        if (part.Settings.Count == 0) return;
        writer.Line("// What differs from the defaults of " + part.Part.Options.Name + ".");
        foreach (SettingModel setting in part.Settings) writer.Line(CompositionEmitter.Override(setting, types));
    }

    private static void Member(
        IndentedWriter writer, MemberModel member, TypeNames types, ContractModel contract, string? provider)
    {
        if (member.HasDefault && provider is not null)
        {
            Virtual(writer, member, types, types.Write(contract.Type), provider);
            return;
        }
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        string header =
            "public static " + (member.HasPointers ? "unsafe " : "") + types.Write(member.Type) + " " + member.Name;
        string reference = member.ReturnsByReference ? "ref " : "";
        if (member.Kind == MemberKind.Method)
        {
            string call = provider is null
                ? Incomplete
                : reference + provider + "." + member.Name + "(" + member.Arguments + ")";
            writer.Line(Inline);
            writer.Line(header + "(" + types.Write(member.Parameters) + ") => " + call + ";");
            return;
        }
        writer.Block(header, () =>
        {
            string target = provider + "." + member.Name;
            if (member.HasGetter)
                writer.Line(Inline + "\nget => " + (provider is null ? Incomplete : reference + target) + ";");
            if (member.HasSetter)
                writer.Line(Inline + "\nset => " + (provider is null ? Incomplete : target + " = value") + ";");
        });
    }

    /// <summary>
    /// A provider may leave the member to its contract, and then has none of that name: only through a type parameter it can
    /// be called either way.
    /// </summary>
    private static void Virtual(
        IndentedWriter writer, MemberModel member, TypeNames types, string contract, string provider)
    {
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        string type = types.Write(member.Type);
        string reference = member.ReturnsByReference ? "ref " : "";
        string header = "public static " + (member.HasPointers ? "unsafe " : "") + type + " " + member.Name;
        void Body(string before, string call)
        {
            writer.Line(Inline);
            writer.Block(before, () =>
            {
                string parameters = types.Write(member.Parameters);
                string value = member.Kind == MemberKind.Method ? parameters
                    : before == "set" ? type.Replace("ref readonly ", "").Replace("ref ", "") + " value" : "";
                string returned = before == "set" || member.Type == "void" ? "void" : type;
                writer.Line((returned == "void" ? "" : "return " + reference) + "Of<" + provider + ">("
                    + (before == "set" ? "value" : member.Arguments) + ");");
                writer.Line(Inline);
                writer.Line("static " + returned + " Of<TProvider>(" + value + ") where TProvider : struct, " + contract
                    + "<TProvider> => " + (returned == "void" ? "" : reference) + "TProvider." + member.Name + call + ";");
            });
        }
        if (member.Kind == MemberKind.Method)
        {
            Body(header + "(" + types.Write(member.Parameters) + ")", "(" + member.Arguments + ")");
            return;
        }
        writer.Block(header, () =>
        {
            if (member.HasGetter) Body("get", "");
            if (member.HasSetter) Body("set", " = value");
        });
    }
}
