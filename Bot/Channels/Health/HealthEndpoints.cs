using AgaBot.Turns.Persistence;

namespace AgaBot.Channels.Health;

/// <summary>What a supervisor asks: <c>/healthz</c>, whether the program lives, and <c>/readyz</c>, whether it can take turns.</summary>
internal sealed class HealthEndpoints(IReadiness readiness, TimeProvider time)
{
    /// <summary>A probe gives up after some seconds itself, and then says nothing of why.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static Task LiveAsync(HttpContext http) => http.Response.WriteAsync("ok", http.RequestAborted);

    public async Task ReadyAsync(HttpContext http)
    {
        if (await IsReadyAsync(http.RequestAborted))
            await http.Response.WriteAsync("ready", http.RequestAborted);
        else
            await HttpBodies.WriteUnavailableAsync(http);
    }

    private async ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await readiness.CheckAsync(cancellationToken).AsTask().WaitAsync(Patience, time, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is StoreUnavailableException or UnknownVersionException or TimeoutException)
        {
            return false;
        }
    }
}
