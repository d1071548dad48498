using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;
using AgaBot.Plans.Retention;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Queues;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Running;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Reminders;

/// <summary>
/// Reminds an author of a draft, in a turn that the bot begins. So the reminder is committed before it is sent, is sent once however often
/// the work is handed out, and is dropped where the person did something meanwhile.
/// </summary>
internal sealed class ReminderWorker(
    IDraftAuthors authors,
    IPeopleScan people,
    ReminderPlaces places,
    IReplySenders senders,
    ITurnRunner turns,
    IOptions<RetentionOptions> retention,
    TimeProvider time
) : IWorker
{
    public const string Work = "reminder";

    private static readonly WorkOutcome Done = new WorkOutcome.Done();

    public string Kind => Work;

    public static WorkItem Of(ProposalId draft) => new(Work, draft.Value);

    public async ValueTask<WorkOutcome> DoAsync(string key, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (LimaCalendar.UntilDaytime(now) is { Ticks: > 0 } night)
            return new WorkOutcome.Later(night);

        var id = new ProposalId(key);
        if (
            await FindAsync(id, cancellationToken) is not { Person: { State.RefusesReminders: false } person } kept
            || person.Drafts.FirstOrDefault(draft => draft.Id == id) is not { } draft
            || !DraftRetention.IsToBeRemindedOf(draft, retention.Value, now)
            || places.Of(kept.Conversations) is not { } place
        )
            return Done;

        var request = new TurnRequest(new UserInput.DraftRests(id), $"reminder:{id}", place.Locale, place with { ReplyToId = null })
        {
            Addressee = kept.Participant,
        };
        TurnResult result = await turns.RunAsync(request, senders.To(place), cancellationToken);
        return result is TurnResult.Unavailable ? throw new StoreUnavailableException("A reminder could not be kept.") : Done;
    }

    /// <summary>The draft's author, or the participant that the author became part of.</summary>
    private async ValueTask<KeptPerson?> FindAsync(ProposalId draft, CancellationToken cancellationToken)
    {
        if (await authors.FindAsync(draft, cancellationToken) is not { } author)
            return null;
        KeptPerson? kept = await people.FindAsync(author, cancellationToken);
        while (kept is { Person.MovedTo: { } next })
            kept = await people.FindAsync(next, cancellationToken);
        return kept;
    }
}
