using AgaBot.Turns.Persistence;

namespace AgaBot.Channels.Health;

/// <summary>Probes of a supervisor: <c>/healthz</c> (the process is alive) and <c>/readyz</c> (the bot can process turns).</summary>
internal sealed class HealthEndpoints(IReadiness readiness, IStorageRoom room, TimeProvider time)
{
    /// <summary>Shorter than the usual timeout of a probe, which would hide the reason.</summary>
    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(2);

    public static Task LiveAsync(HttpContext http) => http.Response.WriteAsync("ok", http.RequestAborted);

    public async Task ReadyAsync(HttpContext http)
    {
        if (await IsReadyAsync(http.RequestAborted))
            await http.Response.WriteAsync($"ready\n{readiness.Remark}\n{RemarkOn(room.Left)}", http.RequestAborted);
        else
            await WriteNotReadyAsync(http);
    }

    private Task WriteNotReadyAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = "2";
        return http.Response.WriteAsync($"not ready\n{readiness.Remark}\n", http.RequestAborted);
    }

    /// <summary>A bot with a nearly full disk is ready: conversations go on, and no supervisor should take it away.</summary>
    private static string RemarkOn(StorageRoom left) =>
        left switch
        {
            StorageRoom.NoFiles => "The disk is nearly full: files are refused.\n",
            StorageRoom.NoConversations => "The disk is nearly full: files and new conversations are refused.\n",
            _ => "",
        };

    private async ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await readiness.CheckAsync(cancellationToken).AsTask().WaitAsync(CheckTimeout, time, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is StoreUnavailableException or UnknownVersionException or TimeoutException)
        {
            return false;
        }
    }
}
