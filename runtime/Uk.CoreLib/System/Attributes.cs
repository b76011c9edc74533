// Attributes that the C# compiler, ilc or annotated libraries name. They carry no behaviour.

namespace System
{
    public abstract class Attribute;

    [Flags]
    public enum AttributeTargets
    {
        Assembly = 0x0001, Module = 0x0002, Class = 0x0004, Struct = 0x0008, Enum = 0x0010, Constructor = 0x0020,
        Method = 0x0040, Property = 0x0080, Field = 0x0100, Event = 0x0200, Interface = 0x0400, Parameter = 0x0800,
        Delegate = 0x1000, ReturnValue = 0x2000, GenericParameter = 0x4000,
        All = Assembly | Module | Class | Struct | Enum | Constructor | Method | Property | Field | Event | Interface
            | Parameter | Delegate | ReturnValue | GenericParameter,
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class AttributeUsageAttribute(AttributeTargets validOn) : Attribute
    {
        public AttributeTargets ValidOn => validOn;
        public bool AllowMultiple { get; set; }
        public bool Inherited { get; set; }
    }

    public class FlagsAttribute : Attribute;
    public sealed class ParamArrayAttribute : Attribute;
    public class ThreadStaticAttribute : Attribute;

    public sealed class ObsoleteAttribute(string? message, bool error) : Attribute
    {
        public string? Message => message;
        public bool IsError => error;
    }
}

namespace System.ComponentModel
{
    public enum EditorBrowsableState { Always, Never, Advanced }

    public sealed class EditorBrowsableAttribute(EditorBrowsableState state) : Attribute
    {
        public EditorBrowsableState State => state;
    }
}

namespace System.Diagnostics
{
    public sealed class ConditionalAttribute(string conditionString) : Attribute
    {
        public string ConditionString => conditionString;
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    public sealed class NotNullAttribute : Attribute;

    /// <summary>The compiler of images makes a constant of the property that has it.</summary>
    [AttributeUsage(AttributeTargets.Property, Inherited = false)]
    public sealed class FeatureSwitchDefinitionAttribute(string switchName) : Attribute
    {
        public string SwitchName { get; } = switchName;
    }

    public sealed class AllowNullAttribute : Attribute;
    public sealed class DisallowNullAttribute : Attribute;
    public sealed class MaybeNullWhenAttribute(bool returnValue) : Attribute
    {
        public bool ReturnValue => returnValue;
    }
    public sealed class UnscopedRefAttribute : Attribute;
    public sealed class DoesNotReturnAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.ReturnValue, AllowMultiple = true)]
    public sealed class NotNullIfNotNullAttribute(string parameterName) : Attribute
    {
        public string ParameterName => parameterName;
    }

    public sealed class NotNullWhenAttribute(bool returnValue) : Attribute
    {
        public bool ReturnValue => returnValue;
    }
}

namespace System.Reflection
{
    public sealed class DefaultMemberAttribute(string memberName) : Attribute
    {
        public string MemberName => memberName;
    }
}

namespace System.Runtime
{
    /// <summary>The method is a symbol of the object file, under this name.</summary>
    internal sealed class RuntimeExportAttribute(string entryPoint) : Attribute
    {
        public string EntryPoint => entryPoint;
    }

    /// <summary>The method is a symbol that the linker finds elsewhere: in boot code or in a platform.</summary>
    internal sealed class RuntimeImportAttribute(string dllName, string entryPoint) : Attribute
    {
        public string DllName => dllName;
        public string EntryPoint => entryPoint;
    }
}

namespace System.Runtime.CompilerServices
{
    public enum MethodImplOptions
    {
        NoInlining = 8, NoOptimization = 64, AggressiveInlining = 256, InternalCall = 4096,
    }

    public sealed class MethodImplAttribute(MethodImplOptions methodImplOptions) : Attribute
    {
        public MethodImplOptions Value => methodImplOptions;
    }

    public sealed class IndexerNameAttribute : Attribute
    {
        public IndexerNameAttribute(string indexerName) { }
    }

    public sealed class InlineArrayAttribute(int length) : Attribute
    {
        public int Length => length;
    }

    internal sealed class IntrinsicAttribute : Attribute;
    public sealed class ModuleInitializerAttribute : Attribute;
    public sealed class SkipLocalsInitAttribute : Attribute;
    public sealed class ExtensionAttribute : Attribute;
    public sealed class CompilerGeneratedAttribute : Attribute;
    public sealed class IsReadOnlyAttribute : Attribute;
    public sealed class IsByRefLikeAttribute : Attribute;
    public sealed class IsUnmanagedAttribute : Attribute;
    public sealed class ScopedRefAttribute : Attribute;
    public sealed class RequiresLocationAttribute : Attribute;
    public sealed class ParamCollectionAttribute : Attribute;
    public sealed class InterpolatedStringHandlerAttribute : Attribute;
    public sealed class UnsafeValueTypeAttribute : Attribute;
    public sealed class DisableRuntimeMarshallingAttribute : Attribute;
    public sealed class TupleElementNamesAttribute(string?[] transformNames) : Attribute
    {
        public Collections.Generic.IList<string?> TransformNames => transformNames;
    }

    public sealed class InterpolatedStringHandlerArgumentAttribute : Attribute
    {
        public InterpolatedStringHandlerArgumentAttribute(string argument) => Arguments = [argument];
        public InterpolatedStringHandlerArgumentAttribute(params string[] arguments) => Arguments = arguments;

        public string[] Arguments { get; }
    }

    public sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName => featureName;
        public bool IsOptional { get; init; }
    }

    public sealed class RequiredMemberAttribute : Attribute;

    public sealed class CollectionBuilderAttribute(Type builderType, string methodName) : Attribute
    {
        public Type BuilderType => builderType;
        public string MethodName => methodName;
    }

    public static class IsExternalInit;
    public static class IsVolatile;
    public class CallConvCdecl;
    public class CallConvSuppressGCTransition;

    public static class RuntimeFeature
    {
        public const string ByRefFields = nameof(ByRefFields);
        public const string ByRefLikeGenerics = nameof(ByRefLikeGenerics);
        public const string DefaultImplementationsOfInterfaces = nameof(DefaultImplementationsOfInterfaces);
        public const string NumericIntPtr = nameof(NumericIntPtr);
        public const string UnmanagedSignatureCallingConvention = nameof(UnmanagedSignatureCallingConvention);
        public const string VirtualStaticsInInterfaces = nameof(VirtualStaticsInInterfaces);
    }
}

namespace System.Runtime.InteropServices
{
    public enum LayoutKind { Sequential = 0, Explicit = 2, Auto = 3 }
    public enum CharSet { None = 1, Ansi = 2, Unicode = 3, Auto = 4 }

    public enum CallingConvention { Winapi = 1, Cdecl = 2, StdCall = 3, ThisCall = 4, FastCall = 5 }

    public sealed class StructLayoutAttribute(LayoutKind layoutKind) : Attribute
    {
        public LayoutKind Value => layoutKind;
        public int Pack;
        public int Size;
        public CharSet CharSet;
    }

    public sealed class FieldOffsetAttribute(int offset) : Attribute
    {
        public int Value => offset;
    }

    public sealed class DllImportAttribute(string dllName) : Attribute
    {
        public string Value => dllName;
        public string? EntryPoint;
        public CharSet CharSet;
        public bool SetLastError;
        public bool ExactSpelling;
        public bool PreserveSig;
        public bool BestFitMapping;
        public bool ThrowOnUnmappableChar;
        public CallingConvention CallingConvention;
    }

    public sealed class UnmanagedCallersOnlyAttribute : Attribute
    {
        public Type[]? CallConvs;
        public string? EntryPoint;
    }

    public sealed class SuppressGCTransitionAttribute : Attribute;
    public sealed class InAttribute : Attribute;
    public sealed class OutAttribute : Attribute;

    public enum UnmanagedType
    {
        Bool = 2, I1 = 3, U1 = 4, I2 = 5, U2 = 6, I4 = 7, U4 = 8, I8 = 9, U8 = 10, R4 = 11, R8 = 12,
        LPStr = 20, LPWStr = 21, ByValTStr = 23, ByValArray = 30, SysInt = 31, SysUInt = 32, FunctionPtr = 38, LPArray = 42,
    }
}
