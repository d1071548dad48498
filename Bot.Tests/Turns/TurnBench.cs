using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Turns.Unsent;
using AgaBot.Turns;
using AgaBot.Turns.Coordinators;
using AgaBot.Turns.Erasures;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Running;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;
using AgaBot.Turns.Unsent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Turns;

/// <summary>
/// A turn runner between a dialog that counts what it heard, a store in memory and a channel that remembers what it sent.
/// </summary>
internal sealed class TurnBench
    : IDialog,
        IReplySender,
        IPlanLedger,
        IConsultationLedger,
        IParticipantLinks,
        IErasure,
        IReplySenders,
        IKeptFiles,
        IDirectoryGroups,
        IInputPreparation,
        IAsyncDisposable
{
    private readonly ServiceProvider services;

    /// <param name="beside">Another instance, whose store and clock this one shares.</param>
    public TurnBench(TurnBench? beside = null)
    {
        (Conversations, Notes, Runs, Clock) = beside is null
            ? (new(), new(), new(), new(DateTimeOffset.UtcNow))
            : (beside.Conversations, beside.Notes, beside.Runs, beside.Clock);
        services = new ServiceCollection()
            .AddLogging()
            .AddTurns(new ConfigurationBuilder().Build())
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IConversationStore>(Conversations)
            .AddSingleton<IPeopleScan>(Conversations)
            .AddSingleton<IUnsentReplies>(Notes)
            .AddSingleton<IRunMarks>(Runs)
            .AddSingleton<IReplySenders>(this)
            .AddSingleton<IDialog>(this)
            .AddSingleton<IPlanLedger>(this)
            .AddSingleton<IConsultationLedger>(this)
            .AddSingleton<IParticipantLinks>(this)
            .AddSingleton<IErasure>(this)
            .AddSingleton<IKeptFiles>(this)
            .AddSingleton<IDirectoryGroups>(this)
            .AddSingleton<IInputPreparation>(this)
            .BuildServiceProvider();
        Runner = services.GetRequiredService<ITurnRunner>();
    }

    public static ParticipantId Ana { get; } = new("test:ana");

    public InMemoryConversations Conversations { get; }

    public InMemoryUnsent Notes { get; }

    public InMemoryRuns Runs { get; }

    public FixedClock Clock { get; }

    public UnsentSweep Sweep => services.GetRequiredService<UnsentSweep>();

    public DeliveryMarks Marks => services.GetRequiredService<DeliveryMarks>();

    public RunHeartbeat Run => services.GetRequiredService<RunHeartbeat>();

    public ITurnRunner Runner { get; }

    /// <summary>Preparing a file ends with this task.</summary>
    public Task PreparedWith { get; set; } = Task.CompletedTask;

    /// <summary>Number of preparations that turns have disposed of.</summary>
    public int Disposed { get; private set; }

    public List<string> Sent { get; } = [];

    public List<TurnInput> Decided { get; } = [];

    public List<PlanChange> Applied { get; } = [];

    /// <summary>Changes in every decision.</summary>
    public ImmutableArray<PlanChange> Changes { get; set; } = [];

    /// <summary>Number of changes that are refused because the receipt number is taken.</summary>
    public int ReceiptsTaken { get; set; }

    public bool ChannelGone { get; set; }

    /// <summary>The channel accepts nothing before this task completes.</summary>
    public Task ChannelHeldUntil { get; set; } = Task.CompletedTask;

    /// <summary>Number of replies that the channel accepts before it is gone.</summary>
    public int ChannelTakes { get; set; } = int.MaxValue;

    /// <summary>The channel's reason why the person cannot be written to.</summary>
    public string? Unreachable { get; set; }

    /// <summary>Number of replies of each turn.</summary>
    public int RepliesATurn { get; set; } = 1;

    public string Locale { get; set; } = "es-PE";

    /// <summary>A fault that the dialog throws.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Says something, and waits until the replies were sent.</summary>
    public async ValueTask<TurnResult> SayAsync(string text, string? activityId, string conversationId = "c1")
    {
        TurnResult result = await RunAsync(text, activityId, conversationId);
        await result.Sending;
        return result;
    }

    public ValueTask<TurnResult> RunAsync(string text, string? activityId, string conversationId = "c1") =>
        Runner.RunAsync(
            new TurnRequest(new UserInput.Typed(text), activityId, Locale, ReferenceTo(conversationId)),
            this,
            CancellationToken.None
        );

    /// <summary>Sends a file, whose preparation ends with <see cref="PreparedWith"/>.</summary>
    public ValueTask<TurnResult> SendFileAsync(string activityId, CancellationToken senderGone = default) =>
        Runner.RunAsync(
            new TurnRequest(new UserInput.Sent(new SentFile.Kept(new SentFileId("file"))), activityId, Locale, ReferenceTo("c1"))
            {
                SenderGone = senderGone,
            },
            this,
            CancellationToken.None
        );

    async ValueTask<IDisposable?> IInputPreparation.PrepareAsync(UserInput input, CancellationToken cancellationToken)
    {
        if (input is not UserInput.Sent)
            return null;
        await PreparedWith.WaitAsync(cancellationToken);
        return new Preparation(this);
    }

    private sealed class Preparation(TurnBench bench) : IDisposable
    {
        public void Dispose() => bench.Disposed++;
    }

    private static ConversationReference ReferenceTo(string conversationId) =>
        new("test", "", conversationId, "ana", null, "bot", null, "es-PE", null);

    ValueTask<Decision> IDialog.DecideAsync(DialogState state, TurnInput turn, CancellationToken cancellationToken)
    {
        Decided.Add(turn);
        if (Fault is not null)
            throw Fault;
        DialogState after = state with { Conversation = state.Conversation with { CodeAttempts = state.Conversation.CodeAttempts + 1 } };
        string words = turn.Input is UserInput.Typed typed ? typed.Text : "";
        ImmutableArray<Reply> replies =
        [
            .. Enumerable.Range(0, RepliesATurn).Select(i => new Reply($"{after.Conversation.CodeAttempts}: {words}{new string('+', i)}")),
        ];
        return ValueTask.FromResult(new Decision(after, replies, Changes, []));
    }

    IReplySender IReplySenders.To(ConversationReference reference) => this;

    bool IReplySenders.MaySpeakFirst(ConversationReference reference) => true;

    public bool ShowsCards(ConversationReference to) => true;

    bool IReplySender.Replaces(ConversationReference to) => true;

    async ValueTask<Delivery> IReplySender.SendAsync(
        ConversationReference to,
        ImmutableArray<PendingReply> replies,
        CancellationToken cancellationToken
    )
    {
        await ChannelHeldUntil;
        if (ChannelGone)
            throw new HttpRequestException("gone");
        if (Unreachable is not null)
            return new Delivery.Unreachable([], Unreachable);
        int taken = Math.Min(ChannelTakes, replies.Length);
        ChannelTakes -= taken;
        Sent.AddRange(replies[..taken].Select(reply => reply.Text));
        ImmutableArray<SentReply> sent = [.. replies[..taken].Select(reply => new SentReply(reply.Id, $"sent-{reply.Id}"))];
        return taken == replies.Length ? new Delivery.Done(sent) : new Delivery.Waiting(sent, new HttpRequestException("gone"));
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

    ValueTask<bool> IParticipantLinks.ApplyAsync(LinkChange change, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    ValueTask IParticipantLinks.PartAsync(ParticipantRecord joined, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    ValueTask<ParticipantRecord> IParticipantLinks.AbsorbAsync(ParticipantRecord person, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    ValueTask IErasure.BeginAsync(ParticipantId participant, string turnId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    ValueTask<Loaded?> IErasure.FinishAsync(
        Loaded loaded,
        Erasing erasing,
        TakenTurn last,
        ParticipantId speaker,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    ValueTask IErasure.PartAsync(ParticipantId linked, CancellationToken cancellationToken) => throw new NotSupportedException();

    ValueTask<bool> IErasure.WasAskedForInAsync(string turnId, CancellationToken cancellationToken) => ValueTask.FromResult(false);

    ValueTask IErasure.DropAsync(ParticipantId participant, ImmutableArray<PlanChange> changes, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    ValueTask IKeptFiles.KeepAsync(
        SentFileId id,
        ParticipantId owner,
        ReadOnlyMemory<byte> content,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    ValueTask IKeptFiles.ForgetAsync(ParticipantId owner, CancellationToken cancellationToken) => throw new NotSupportedException();

    ValueTask IKeptFiles.SweepAsync(DateTimeOffset before, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    ValueTask<bool> IDirectoryGroups.CoordinatesAsync(EntraId person, CancellationToken cancellationToken) => ValueTask.FromResult(false);
}
