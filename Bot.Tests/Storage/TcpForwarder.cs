using System.Net;
using System.Net.Sockets;

namespace AgaBot.Tests.Storage;

/// <summary>
/// A port of its own in front of one service or of several, which get the connections in turn. Connections are refused until
/// <see cref="Open"/>.
/// </summary>
public sealed class TcpForwarder : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();

    /// <summary>Bound from the beginning, so that no other program gets the port.</summary>
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly int[] targets;
    private Task accepting = Task.CompletedTask;

    public TcpForwarder(params int[] targets)
    {
        this.targets = targets;
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
    }

    public int Port { get; }

    public void Open()
    {
        listener.Listen();
        accepting = AcceptAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await accepting;
        closing.Dispose();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                Socket near = await listener.AcceptAsync(closing.Token);
                connections.Add(ForwardAsync(near, targets[connections.Count % targets.Length]));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ForwardAsync(Socket near, int target)
    {
        using var far = new TcpClient();
        await using (var nearStream = new NetworkStream(near, ownsSocket: true))
        {
            await far.ConnectAsync(IPAddress.Loopback, target);
            try
            {
                await Task.WhenAny(
                    nearStream.CopyToAsync(far.GetStream(), closing.Token),
                    far.GetStream().CopyToAsync(nearStream, closing.Token)
                );
            }
            catch (OperationCanceledException)
            {
                // When the forwarder closes, both connections close.
            }
        }
    }
}
