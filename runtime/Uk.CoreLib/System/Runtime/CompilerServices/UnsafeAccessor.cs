namespace System.Runtime.CompilerServices;

public enum UnsafeAccessorKind { Constructor, Method, StaticMethod, Field, StaticField }

/// <summary>An extern method with it is a member that is not accessible otherwise: ilc writes the body.</summary>
public sealed class UnsafeAccessorAttribute(UnsafeAccessorKind kind) : Attribute
{
    public UnsafeAccessorKind Kind => kind;
    public string? Name { get; set; }
}

/// <summary>The type of a parameter, by a name that is not accessible otherwise.</summary>
public sealed class UnsafeAccessorTypeAttribute(string typeName) : Attribute
{
    public string TypeName => typeName;
}
