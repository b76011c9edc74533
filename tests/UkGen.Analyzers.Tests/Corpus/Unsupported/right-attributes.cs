using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Serialization;

[DebuggerDisplay("{X}"), Serializable, Description("a"), DataContract]
class Case
{
    [DataMember, DefaultValue(5), TypeConverter(typeof(Int32Converter))]
    public int X { get; set; }

    [Obsolete("old"), EditorBrowsable(EditorBrowsableState.Never)]
    public int Y { get; set; }
}
