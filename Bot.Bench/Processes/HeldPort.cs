using System.Net;
using System.Net.Sockets;

namespace AgaBot.Bench.Processes;

/// <summary>
/// A free TCP port of 127.0.0.1 that no other program gets until it is disposed of. The socket is bound but does not listen, so clients
/// are refused until a child process listens on the same port. Linux lets the child do that because both sockets have SO_REUSEADDR,
/// which .NET and Node.js set by themselves. The child may end and start again.
/// </summary>
internal sealed class HeldPort : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public HeldPort()
    {
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Number = ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public int Number { get; }

    public void Dispose() => socket.Dispose();
}
