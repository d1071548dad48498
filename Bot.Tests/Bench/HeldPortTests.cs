using System.Net;
using System.Net.Sockets;
using AgaBot.Bench.Processes;

namespace AgaBot.Tests.Bench;

[Trait("Category", "Integration")]
public sealed class HeldPortTests : IDisposable
{
    private readonly HeldPort port = new();

    public void Dispose() => port.Dispose();

    [Fact]
    public async Task Clients_are_refused_until_a_server_listens_and_again_when_it_has_ended()
    {
        for (int start = 0; start < 2; start++)
        {
            await Assert.ThrowsAsync<SocketException>(ConnectAsync);
            using var server = new TcpListener(IPAddress.Loopback, port.Number);
            server.Start();
            await ConnectAsync();
        }
        await Assert.ThrowsAsync<SocketException>(ConnectAsync);
    }

    private async Task ConnectAsync()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port.Number);
    }
}
