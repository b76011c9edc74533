// Names that .NET's collections carry in their declarations. Nothing is ever serialised this way in an image, so there is
// no way to make a SerializationInfo, and what takes one is never called.

namespace System.Runtime.Serialization;

public interface ISerializable
{
    void GetObjectData(SerializationInfo info, StreamingContext context);
}

public interface IDeserializationCallback
{
    void OnDeserialization(object? sender);
}

public sealed class SerializationInfo
{
    private SerializationInfo() { }
}

public readonly struct StreamingContext;
