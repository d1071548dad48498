using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Bench.Turns;

/// <summary>The channel's connector: accepts replies at <c>serviceUrl</c> and completes the tasks that wait for them.</summary>
internal sealed class ConnectorSink : IAsyncDisposable
{
    private static readonly byte[] Taken = """{"id":"1"}"""u8.ToArray();

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> awaited = new(StringComparer.Ordinal);

    private ConnectorSink(WebApplication app) => this.app = app;

    public string ServiceUrl { get; private set; } = "";

    public static async Task<ConnectorSink> StartAsync(CancellationToken cancellationToken)
    {
        var sink = new ConnectorSink(QuietServer.At("http://127.0.0.1:0").Build());
        sink.app.Run(sink.TakeAsync);
        await sink.app.StartAsync(cancellationToken);
        sink.ServiceUrl = sink.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return sink;
    }

    /// <summary>A task that completes when the first reply to this activity arrives.</summary>
    public Task ReplyTo(string activityId)
    {
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited[activityId] = came;
        return came.Task;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        await context.Request.BodyReader.CopyToAsync(Stream.Null, context.RequestAborted);
        string path = context.Request.Path.Value!;
        if (awaited.TryRemove(path[(path.LastIndexOf('/') + 1)..], out TaskCompletionSource? came))
            came.SetResult();
        context.Response.ContentType = "application/json";
        await context.Response.BodyWriter.WriteAsync(Taken, context.RequestAborted);
    }
}
