using System.IO;
using Uk.Tool.Report;

namespace Uk.Tool;

/// <summary>The files that a build puts beside an image.</summary>
/// <param name="Image">For example bin/Release/net10.0/kvm/publish/HelloWorld.kvm.</param>
internal sealed record ImageFiles(string Image)
{
    public string Name => Path.GetFileNameWithoutExtension(Image);
    public string Symbols => Image + ".dbg";
    public string ReportJson => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Image))!, Name + ".report.json");

    /// <summary>What the build said about the image; null where the image stands alone.</summary>
    public ImageReport? ReadReport() => File.Exists(ReportJson) ? ImageReport.Read(ReportJson) : null;
}
