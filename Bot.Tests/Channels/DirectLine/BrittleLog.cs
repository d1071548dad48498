using System.Collections.Immutable;
using AgaBot.Storage;
using AgaBot.Storage.Records.Conversations;
using AgaBot.Tests.Hosting;
using AgaBot.Turns.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Channels.DirectLine;

/// <summary>An activity log that can be made unavailable.</summary>
internal sealed class BrittleLog : IActivityLog
{
    private ActivityLog? log;

    public bool Gone { get; set; }

    public BotAppSettings Into(BotAppSettings settings) =>
        settings with
        {
            Services = services =>
                services.AddSingleton<IActivityLog>(provider =>
                {
                    log = new ActivityLog(provider.GetRequiredService<IEntityStore>());
                    return this;
                }),
        };

    public ValueTask<bool> OpenAsync(string conversationId, CancellationToken cancellationToken) =>
        log!.OpenAsync(conversationId, cancellationToken);

    public ValueTask<LogState> FindAsync(string conversationId, CancellationToken cancellationToken) =>
        log!.FindAsync(conversationId, cancellationToken);

    public ValueTask EndAsync(string conversationId, CancellationToken cancellationToken) =>
        log!.EndAsync(conversationId, cancellationToken);

    public ValueTask ClearAsync(string conversationId, CancellationToken cancellationToken) =>
        log!.ClearAsync(conversationId, cancellationToken);

    public ValueTask AppendAsync(string conversationId, ImmutableArray<LogEntry> entries, CancellationToken cancellationToken) =>
        Gone ? throw new StoreUnavailableException("The log is gone.") : log!.AppendAsync(conversationId, entries, cancellationToken);

    public ValueTask<ImmutableArray<LoggedEntry>> ReadAsync(
        string conversationId,
        long after,
        int limit,
        CancellationToken cancellationToken
    ) => log!.ReadAsync(conversationId, after, limit, cancellationToken);
}
