using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;
using AgaBot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Turns;

/// <summary>A turn runner between a dialog that counts what it heard, a store in memory and a channel that remembers what it sent.</summary>
internal sealed class TurnBench : IDialog, IReplySender, IPlanLedger, IConsultationLedger, IAsyncDisposable
{
    private readonly ServiceProvider services;

    public TurnBench()
    {
        services = new ServiceCollection()
            .AddLogging()
            .AddTurns(new ConfigurationBuilder().Build())
            .AddSingleton<IConversationStore>(Conversations)
            .AddSingleton<IDialog>(this)
            .AddSingleton<IPlanLedger>(this)
            .AddSingleton<IConsultationLedger>(this)
            .BuildServiceProvider();
        Runner = services.GetRequiredService<ITurnRunner>();
    }

    public static ParticipantId Ana { get; } = new("test:ana");

    public InMemoryConversations Conversations { get; } = new();

    public ITurnRunner Runner { get; }

    public List<string> Sent { get; } = [];

    public List<Heard> Decided { get; } = [];

    public List<PlanChange> Applied { get; } = [];

    /// <summary>Changes that every decision makes.</summary>
    public ImmutableArray<PlanChange> Changes { get; set; } = [];

    /// <summary>Receipt numbers that turn out to be another's before one is free.</summary>
    public int ReceiptsTaken { get; set; }

    public bool ChannelGone { get; set; }

    public ValueTask<TurnResult> SayAsync(string text, string? activityId, string conversationId = "c1") =>
        Runner.RunAsync(new TurnRequest(new Said.Typed(text), activityId, "es-PE", ReferenceTo(conversationId)), this, CancellationToken.None);

    private static ConversationReference ReferenceTo(string conversationId) =>
        new("test", "", conversationId, "ana", null, "bot", null, "es-PE", null);

    ValueTask<Decision> IDialog.DecideAsync(Memory memory, Heard heard, CancellationToken cancellationToken)
    {
        Decided.Add(heard);
        Memory after = memory with { Talk = memory.Talk with { CodeAttempts = memory.Talk.CodeAttempts + 1 } };
        string words = heard.Said is Said.Typed typed ? typed.Text : "";
        return ValueTask.FromResult(new Decision(after, [new Reply($"{after.Talk.CodeAttempts}: {words}")], Changes, []));
    }

    ValueTask<Delivery> IReplySender.SendAsync(ConversationReference to, ImmutableArray<PendingReply> replies, CancellationToken cancellationToken)
    {
        if (ChannelGone)
            throw new HttpRequestException("gone");
        Sent.AddRange(replies.Select(reply => reply.Text));
        return ValueTask.FromResult<Delivery>(new Delivery.Done([.. replies.Select(reply => new SentReply(reply.Id, $"sent-{reply.Id}"))]));
    }

    ValueTask<ChangeOutcome> IPlanLedger.ApplyAsync(PlanChange change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (ReceiptsTaken > 0)
        {
            ReceiptsTaken--;
            return ValueTask.FromResult<ChangeOutcome>(new ChangeOutcome.ReceiptTaken());
        }
        Applied.Add(change);
        return ValueTask.FromResult<ChangeOutcome>(new ChangeOutcome.Applied());
    }

    ValueTask IConsultationLedger.ApplyAsync(ConsultationChange change, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
