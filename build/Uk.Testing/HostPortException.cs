namespace Uk.Port.Host;

/// <summary>A capture file that cannot be read; the message says why.</summary>
internal sealed class HostPortException(string message) : System.Exception(message);
