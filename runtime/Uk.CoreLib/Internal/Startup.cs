// From the boot code to Main. The boot code calls uk_runtime_initialize once, then __managed__Main, which ilc writes:
// it calls the members of StartupCodeHelpers below by name.

using System.Runtime;
using System.Runtime.InteropServices;
using Internal.Runtime;

namespace Internal.Runtime
{
    /// <summary>The header of section __modules, "ready to run", followed by its entries.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct ModuleHeader
    {
        internal uint Signature;
        internal ushort MajorVersion;
        internal ushort MinorVersion;
        internal uint Flags;
        internal ushort EntryCount;
        internal byte EntrySize;
        internal byte EntryType;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct ModuleEntry
    {
        internal const int GcStatics = 201;
        internal const int ThreadStatics = 202;
        internal const int FrozenObjects = 206;
        internal const int ModuleInitializers = 213;

        internal int Id;
        internal int Flags;
        internal byte* Start;
        internal byte* End;
    }

    internal static unsafe class Module
    {
        [RuntimeImport("*", "uk_modules")]
        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)]
        private static extern ModuleHeader* Header();

        [RuntimeExport("uk_runtime_initialize")]
        private static void Initialize()
        {
            if (RuntimeFeatures.SeveralLcores) LcoreState.EnterFirst();
            // The boot code calls this and then Main from one frame: below its end is all that can hold a reference.
            if (RuntimeFeatures.GarbageCollection) GarbageCollection.Collector.Initialize(Panic.FramePointer() + 2);
            ModuleEntry* statics = Find(ModuleEntry.GcStatics);
            if (statics != null)
                for (int* cell = (int*)statics->Start; cell < statics->End; cell++)
                    AllocateStatics((nint*)((byte*)cell + *cell));
            if (RuntimeFeatures.GarbageCollection) GarbageCollection.CollectedHeap.PrepareForTheWorst();
            if (RuntimeFeatures.RegionHeap) RegionHeap.Keep();
        }

        internal static ModuleEntry* Find(int id)
        {
            ModuleHeader* header = Header();
            ModuleEntry* entries = (ModuleEntry*)(header + 1);
            for (int i = 0; i < header->EntryCount; i++)
                if (entries[i].Id == id) return entries + i;
            return null;
        }

        private const int Uninitialized = 1;
        private const int HasPreInitializedData = 2;

        /// <summary>
        /// The static fields of a type that hold references live in an object of their own. Before: a distance to its
        /// method table with flags in the low bits, then a distance to what the compiler computed. After: the object.
        /// </summary>
        private static void AllocateStatics(nint* cell)
        {
            int* distances = (int*)cell;
            int first = distances[0];
            if ((first & Uninitialized) == 0) return;
            MethodTable* type = (MethodTable*)((byte*)cell + (first & ~3));
            object statics = Allocator.NewFast(type);
            if ((first & HasPreInitializedData) != 0)
            {
                byte* data = (byte*)(distances + 1) + distances[1];
                ref byte fields = ref System.Runtime.CompilerServices.Unsafe.As<System.Runtime.CompilerServices.RawData>(statics).Data;
                System.SpanHelpers.Memmove(ref fields, ref *data, type->ValueTypeSize);
            }
            *cell = *(nint*)&statics;
        }
    }
}

namespace Internal.Runtime.CompilerHelpers
{
    internal static unsafe class StartupCodeHelpers
    {
        internal static void RunModuleInitializers()
        {
            ModuleEntry* initializers = Module.Find(ModuleEntry.ModuleInitializers);
            if (initializers == null) return;
            for (int* cell = (int*)initializers->Start; cell < initializers->End; cell++)
                ((delegate*<void>)((byte*)cell + *cell))();
        }

        /// <summary>An image has no command line arguments: what the VMM passes belongs to the platform.</summary>
        internal static void InitializeCommandLineArgs(int argc, sbyte** argv) { }

        internal static string[] GetMainMethodArguments() => [];
    }
}
