// Tracing, which is always off in an image: .NET's own assemblies ask before they write.

namespace System.Diagnostics.Tracing;

public enum EventLevel { LogAlways, Critical, Error, Warning, Informational, Verbose }

[Flags]
public enum EventKeywords : long
{
    None = 0, All = -1,
    MicrosoftTelemetry = 0x0002_0000_0000_0000, WdiContext = MicrosoftTelemetry, WdiDiagnostic = 0x0004_0000_0000_0000,
    Sqm = 0x0008_0000_0000_0000, AuditFailure = 0x0010_0000_0000_0000, CorrelationHint = AuditFailure,
    AuditSuccess = 0x0020_0000_0000_0000, EventLogClassic = 0x0080_0000_0000_0000,
}

public class EventSource
{
    protected EventSource() { }

    public bool IsEnabled() => false;
    public bool IsEnabled(EventLevel level, EventKeywords keywords) => false;

    protected void WriteEvent(int eventId) { }
    protected void WriteEvent(int eventId, int arg1) { }
    protected void WriteEvent(int eventId, int arg1, int arg2) { }
    protected void WriteEvent(int eventId, string? arg1) { }
}
