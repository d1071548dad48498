using AgaBot.Bench.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Bench.Faults;

/// <summary>
/// A proxy between the bot and a service. It refuses, throttles or delays calls, cuts them off before they reach the service, or drops the
/// service's answer.
/// </summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(300);

    private readonly WebApplication app;
    private readonly HttpRelay relay;
    private readonly Random random;
    private int spoilt;
    private int calls;

    private FaultyProxy(WebApplication app, Uri target, Random random)
    {
        this.app = app;
        relay = new HttpRelay(target);
        this.random = random;
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public int Calls => calls;

    public int Spoilt => spoilt;

    /// <summary>Percentage of failing calls. With 100, no call reaches the service. Can be changed at any time.</summary>
    public int Percent { get; set; }

    public static async Task<FaultyProxy> StartAsync(Uri target, Random random, CancellationToken cancellationToken)
    {
        var way = new FaultyProxy(QuietServer.At("http://127.0.0.1:0").Build(), target, random);
        way.app.Run(way.CarryAsync);
        await way.app.StartAsync(cancellationToken);
        way.Address = new Uri(way.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return way;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        relay.Dispose();
    }

    private async Task CarryAsync(HttpContext context)
    {
        Interlocked.Increment(ref calls);
        Fate fate = Draw();
        if (fate is not Fate.Arrives)
            Interlocked.Increment(ref spoilt);
        switch (fate)
        {
            case Fate.Refused:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            case Fate.Throttled:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                return;
            case Fate.CutOff:
                context.Abort();
                return;
            case Fate.Slow:
                await Task.Delay(Slow, context.RequestAborted);
                break;
        }
        using HttpResponseMessage answer = await relay.CarryAsync(context.Request);
        if (fate is Fate.AnswerLost)
            context.Abort();
        else
            await HttpRelay.GiveBackAsync(answer, context.Response);
    }

    private Fate Draw()
    {
        lock (random)
            return random.Next(100) >= Percent ? Fate.Arrives : (Fate)random.Next(1, Percent < 100 ? 6 : (int)Fate.Slow);
    }

    private enum Fate
    {
        Arrives,
        Refused,
        Throttled,
        CutOff,

        // These calls reach the service.
        Slow,
        AnswerLost,
    }
}
