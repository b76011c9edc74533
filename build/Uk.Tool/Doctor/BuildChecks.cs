// What builds an image: the SDK, the compiler to machine code, assembler and linker.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Uk.Qemu;

namespace Uk.Tool.Doctor;

internal static class BuildChecks
{
    private const string CompilerPackage = "runtime.linux-x64.microsoft.dotnet.ilcompiler";
    private const int OldestSdk = 10;
    private static readonly HostTool s_dotnet = new("dotnet", "dotnet-sdk-10.0");
    private static readonly HostTool[] s_binutils =
        [new("as", "binutils"), new("ld", "binutils"), new("objcopy", "binutils"), HostTool.Nm, HostTool.AddressToLine, HostTool.ReadElf, HostTool.ObjDump];

    /// <summary>The version of ilc that this tool was built with, and images with it.</summary>
    internal static string CompilerVersion { get; } = typeof(BuildChecks).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "UkIlcVersion").Value!;

    public static IEnumerable<Finding> All(IMachineView machine)
    {
        Distribution distribution = Distribution.Of(machine);
        return [Sdk(machine, distribution), Compiler(machine), Binutils(machine, distribution)];
    }

    /// <summary>The host program `dotnet` itself says which SDK it takes in a folder: nobody else knows its rules as well.</summary>
    private static Finding Sdk(IMachineView machine, Distribution distribution)
    {
        const string Check = ".NET SDK";
        (string? wanted, string? file) = GlobalJson(machine);
        string install = wanted is null
            ? distribution.Install(s_dotnet)
            : $"curl -sSL https://dot.net/v1/dotnet-install.sh | bash /dev/stdin --version {wanted}";
        if (machine.Run(s_dotnet, "--version") is not { } result) return Finding.Missing(Check, "dotnet is not installed", install);
        string version = result.Output.Trim();
        if (result.Status != 0 || version.Length == 0)
            return Finding.Missing(Check, file is null ? "dotnet is there, and no SDK" : $"none of the SDKs here is what {file} wants: {wanted}", install);
        if (!int.TryParse(version.Split('.')[0], out int major) || major < OldestSdk)
            return Finding.Missing(Check, $"{version}; images need {OldestSdk}.0 or newer", install);
        return Finding.Ok(Check, file is null ? version : $"{version}, as {file} wants: {wanted}");
    }

    /// <summary>The version that the nearest global.json asks for, and where that file is.</summary>
    private static (string? Version, string? File) GlobalJson(IMachineView machine)
    {
        for (string? folder = machine.Folder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string file = Path.Combine(folder, "global.json");
            if (machine.ReadText(file) is not { } text) continue;
            try
            {
                using JsonDocument json = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
                if (json.RootElement.TryGetProperty("sdk", out JsonElement sdk) && sdk.TryGetProperty("version", out JsonElement version))
                    return (version.GetString(), file);
            }
            catch (JsonException)
            {
                // dotnet complains of it, in words of its own.
            }
            return (null, null);
        }
        return (null, null);
    }

    private static Finding Compiler(IMachineView machine)
    {
        const string Check = "compiler (ilc)";
        string cache = machine.Variable("NUGET_PACKAGES") is { Length: > 0 } own ? own : Path.Combine(machine.Variable("HOME") ?? "/root", ".nuget", "packages");
        string folder = Path.Combine(cache, CompilerPackage);
        if (machine.Exists(Path.Combine(folder, CompilerVersion, "tools", "ilc"))) return Finding.Ok(Check, $"{CompilerVersion} in {folder}");
        string[] others = [.. machine.List(folder).Order(StringComparer.Ordinal)];
        return Finding.Warn(Check, others.Length == 0 ? $"not in {cache} yet: the first build for kvm or linux fetches {CompilerVersion}"
            : $"{string.Join(", ", others)} in {folder}, and not {CompilerVersion}, which the next build fetches", "dotnet restore -p:UkTarget=kvm");
    }

    private static Finding Binutils(IMachineView machine, Distribution distribution)
    {
        const string Check = "assembler and linker";
        HostTool[] absent = [.. s_binutils.Where(tool => !machine.Has(tool))];
        if (absent.Length != 0) return Finding.Missing(Check, $"not installed: {string.Join(", ", absent.Select(tool => tool.Name))}", distribution.Install(absent[0]));
        string version = machine.Run(s_binutils[1], "--version")?.Output.Split('\n')[0].Trim() ?? "";
        return Finding.Ok(Check, version);
    }
}
