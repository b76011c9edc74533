// The names by which the generators know the attributes and contracts of Uk.*.

namespace UkGen;

public static class KnownTypes
{
    public const string Annotations = "Uk.Annotations";
    public const string UkLibrary = "Uk.UkLibraryAttribute";
    public const string Provides = "Uk.ProvidesAttribute";
    public const string Requires = "Uk.RequiresAttribute";
    public const string Combine = "Uk.CombineAttribute";
    public const string Part = "Uk.PartAttribute";
    public const string PciDevice = "Uk.PciDeviceAttribute";
    public const string VirtioDevice = "Uk.VirtioDeviceAttribute";
    public const string Vdev = "Uk.VdevAttribute";
    public const string IDeviceTable = "Uk.Bus.IDeviceTable";
    public const string LibraryManifest = "Uk.LibraryManifestAttribute";
    public const string Uses = "Uk.UsesAttribute";
    public const string Option = "Uk.OptionAttribute";
    public const string Machine = "Uk.MachineAttribute";
    public const string Scheduler = "Uk.SchedulerAttribute";
    public const string Lcore = "Uk.LcoreAttribute";
    public const string Range = "Uk.RangeAttribute";
    public const string PowerOfTwo = "Uk.PowerOfTwoAttribute";
    public const string Unique = "Uk.UniqueAttribute";
    public const string IContract = "Uk.IContract";
    public const string IOptions = "Uk.IOptions";
    public const string IInitialize = "Uk.IInitialize";
    public const string ILcoreOptions = "Uk.Platform.ILcoreOptions";
    public const string IScheduler = "Uk.Sched.IScheduler";
    public const string IEthPort = "Uk.EthDev.IEthPort";
    public const string IMemoryRegionOptions = "Uk.Memory.IMemoryRegionOptions";
    public const string IRegionArenaOptions = "Uk.Memory.IRegionArenaOptions";
}
