using System.Collections.Immutable;
using System.Text;
using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Turns.Coordinators;

namespace AgaBot.Turns;

/// <summary>Has a turn decided, and writes what the decision changes beside the conversation.</summary>
internal sealed class TurnDecider(
    IDialog dialog,
    IPlanLedger plan,
    IConsultationLedger consultations,
    IKeptFiles files,
    DirectoryRoles roles,
    TimeProvider time
)
{
    public async ValueTask<Decision> DecideAsync(
        TurnRequest request,
        string turnId,
        ParticipantId who,
        ParticipantRecord? person,
        ConversationRecord conversation,
        bool cardIsOpen,
        int attempt,
        CancellationToken cancellationToken
    )
    {
        var state = new DialogState(person?.State ?? ParticipantState.Unknown(who), conversation.State);
        DateTimeOffset now = time.GetUtcNow();
        ImmutableSortedSet<Role> given = await roles.OfAsync(request.Entra, cancellationToken);
        return await dialog.DecideAsync(
            state,
            new TurnInput(request.Input, turnId, LimaCalendar.DayOf(now), now, attempt)
            {
                Setting = request.Setting,
                CardIsOpen = cardIsOpen,
                Roles = given,
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Writes what belongs to other partitions first, each idempotent under its own id: if the commit then fails, the turn is decided
    /// again and applies the same. False means that it has to be decided again: a receipt number was another's, or a seat was taken.
    /// </summary>
    public async ValueTask<bool> TryApplyAsync(ParticipantId who, Decision decision, CancellationToken cancellationToken)
    {
        if (decision.Keep is { } keep)
            await files.KeepAsync(keep.Id, who, Encoding.UTF8.GetBytes(keep.Text), time.GetUtcNow(), cancellationToken);
        foreach (PlanChange change in decision.PlanChanges)
        {
            if (await plan.ApplyAsync(change, time.GetUtcNow(), cancellationToken) is not ChangeOutcome.Applied)
                return false;
        }
        foreach (ConsultationChange change in decision.ConsultationChanges)
            await consultations.ApplyAsync(change, cancellationToken);
        return true;
    }
}
