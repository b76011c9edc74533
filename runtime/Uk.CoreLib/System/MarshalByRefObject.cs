// Bases that .NET's classes have for reasons that images do not: there are neither other domains nor finalizers.

namespace System
{
    public abstract class MarshalByRefObject
    {
        protected MarshalByRefObject() { }
    }
}

namespace System.Runtime.ConstrainedExecution
{
    public abstract class CriticalFinalizerObject
    {
        protected CriticalFinalizerObject() { }
    }
}
