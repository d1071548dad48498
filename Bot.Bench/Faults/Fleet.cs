using AgaBot.Bench.Processes;

namespace AgaBot.Bench.Faults;

/// <summary>The instances of the bot. An instance keeps its port when it is started again. Callers get the instances in turn.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private readonly BotProgram program;
    private readonly (string Key, string Value)[] settings;
    private readonly ChildServer[] instances;
    private readonly HeldPort[] ports;
    private int turn;

    public Fleet(BotProgram program, int instances, (string Key, string Value)[] settings)
    {
        this.program = program;
        // Started hundreds of times, an instance must not spend its time on optimised code that it hardly uses.
        this.settings = [.. settings, ("DOTNET_TieredPGO", "0")];
        ports = [.. Enumerable.Range(0, instances).Select(_ => new HeldPort())];
        this.instances = [.. ports.Select(port => program.Start(port, this.settings))];
    }

    public int Count => instances.Length;

    public Uri Next() => instances[(uint)Interlocked.Increment(ref turn) % instances.Length].Messages;

    /// <summary>Ends when the instance listens.</summary>
    public Task ListensAsync(int instance, CancellationToken cancellationToken) => instances[instance].ListensAsync(cancellationToken);

    public async Task KillAsync(int instance)
    {
        await instances[instance].KillAsync();
        await instances[instance].DisposeAsync();
        instances[instance] = program.Start(ports[instance], settings);
    }

    /// <summary>Stops the instances in order, so that they write what they write lazily.</summary>
    public Task StopAsync() => Task.WhenAll(instances.Select(instance => instance.StopAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (ChildServer instance in instances)
            await instance.DisposeAsync();
        foreach (HeldPort port in ports)
            port.Dispose();
    }
}
