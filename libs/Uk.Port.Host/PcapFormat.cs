// Layouts of the capture file format. draft-ietf-opsawg-pcap-04; the same as pcap-savefile(5).

namespace Uk.Port.Host;

internal static class PcapFormat
{
    /// <summary>Section 4: in the byte order of who wrote the file.</summary>
    public const int FileHeaderBytes = 24;
    /// <summary>Section 5.</summary>
    public const int RecordHeaderBytes = 16;

    public const uint MagicMicroseconds = 0xA1B2_C3D4;
    public const uint MagicNanoseconds = 0xA1B2_3C4D;
    /// <summary>
    /// The block type that opens a pcapng file, the same in both byte orders. draft-ietf-opsawg-pcapng, 4.1.
    /// </summary>
    public const uint MagicPcapng = 0x0A0D_0D0A;

    public const ushort VersionMajor = 2;
    public const ushort VersionMinor = 4;
    /// <summary>LINKTYPE_ETHERNET, without a frame check sequence.</summary>
    public const uint LinkTypeEthernet = 1;
    /// <summary>No tool writes more; a larger number is a broken file. libpcap: MAXIMUM_SNAPLEN.</summary>
    public const uint MaxFrameBytes = 262_144;
}
