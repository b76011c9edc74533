using System.Net.Sockets;

class Case
{
    private Socket? _socket; // expect: UK2001
    internal bool IsOpen => _socket is not null;
    internal void Close() => _socket = null;
}
