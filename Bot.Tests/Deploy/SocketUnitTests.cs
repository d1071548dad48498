namespace AgaBot.Tests.Deploy;

/// <summary>The socket unit, the service and the proxy name the same address.</summary>
public sealed class SocketUnitTests
{
    [Fact]
    public void The_socket_the_service_and_the_proxy_agree_on_the_address()
    {
        string folder = Path.Combine(Repository.Root, "deploy");
        string address = File.ReadAllLines(Path.Combine(folder, "agabot.socket"))
            .Single(static line => line.StartsWith("ListenStream=", StringComparison.Ordinal))["ListenStream=".Length..];

        Assert.Contains(
            KeyValuePair.Create("ASPNETCORE_URLS", $"http://{address}"),
            SystemdUnit.Read(Path.Combine(folder, "agabot.service")).Environment
        );
        Assert.Contains($"reverse_proxy {address} {{", File.ReadAllText(Path.Combine(folder, "Caddyfile")), StringComparison.Ordinal);
    }
}
