// What a program may write on an exception: little that most exceptions ever carry, so it is kept apart.

using System.Collections;
using System.Collections.Generic;

namespace System;

public partial class Exception
{
    private sealed class Details
    {
        internal string? Source, HelpLink;
        internal IDictionary? Data;
    }

    private Details? _details;

    private Details Written => _details ??= new Details();

    public virtual string? Source
    {
        get => _details?.Source;
        set => Written.Source = value;
    }

    public virtual string? HelpLink
    {
        get => _details?.HelpLink;
        set => Written.HelpLink = value;
    }

    public virtual IDictionary Data => Written.Data ??= new Dictionary<object, object?>();
}
