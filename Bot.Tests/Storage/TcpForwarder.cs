using System.Net;
using System.Net.Sockets;

namespace AgaBot.Tests.Storage;

/// <summary>
/// A port of its own in front of a service, or of several, which get the connections in turn: nobody listens until it is opened.
/// </summary>
public sealed class TcpForwarder : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int[] targets;
    private Task accepting = Task.CompletedTask;

    public TcpForwarder(params int[] targets)
    {
        this.targets = targets;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        listener.Server.Dispose();
    }

    public int Port { get; }

    public void Open() => accepting = AcceptAsync();

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await accepting;
        closing.Dispose();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        using var open = new TcpListener(IPAddress.Loopback, Port);
        open.Start();
        List<Task> connections = [];
        try
        {
            while (true)
            {
                TcpClient near = await open.AcceptTcpClientAsync(closing.Token);
                connections.Add(ForwardAsync(near, targets[connections.Count % targets.Length]));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ForwardAsync(TcpClient near, int target)
    {
        using var far = new TcpClient();
        using (near)
        {
            await far.ConnectAsync(IPAddress.Loopback, target);
            try
            {
                await Task.WhenAny(
                    near.GetStream().CopyToAsync(far.GetStream(), closing.Token),
                    far.GetStream().CopyToAsync(near.GetStream(), closing.Token)
                );
            }
            catch (OperationCanceledException)
            {
                // The forwarder closes: both ends go with it.
            }
        }
    }
}
