using System.Text;
using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Turns.Erasures;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Persistence;

namespace AgaBot.Turns.Running;

/// <summary>
/// Applies what a decision changes in other partitions, before the commit. Each change is idempotent under its own id: if the commit then
/// fails, the turn decides again and applies the same changes.
/// </summary>
internal sealed class TurnEffects(
    IParticipantLinks links,
    IErasure erasure,
    IKeptFiles files,
    IPlanLedger plan,
    IConsultationLedger consultations,
    TimeProvider time
)
{
    /// <returns>False where the turn must load and decide again, because a change was refused or the participant has changed.</returns>
    public async ValueTask<bool> TryApplyAsync(RunningTurn turn, DecidedTurn decided, CancellationToken cancellationToken)
    {
        Decision decision = decided.Decision;
        if (decision.Link is { } link && !await links.ApplyAsync(link, cancellationToken))
            return false;
        if (decision.Erase)
        {
            await erasure.BeginAsync(turn.Participant, turn.TurnId, cancellationToken);
            return false;
        }
        if (decision.Keep is { } keep)
            await files.KeepAsync(keep.Id, turn.Participant, Encoding.UTF8.GetBytes(keep.Text), time.GetUtcNow(), cancellationToken);
        foreach (PlanChange change in decision.PlanChanges)
        {
            if (await plan.ApplyAsync(change, time.GetUtcNow(), cancellationToken) is not ChangeOutcome.Applied)
            {
                // E.g. the receipt number or the seat was taken.
                turn.RefusedDecisions++;
                return false;
            }
        }
        foreach (ConsultationChange change in decision.ConsultationChanges)
            await consultations.ApplyAsync(change, cancellationToken);
        // For an unknown participant the next try records the same changes under the same ids: there is nothing to remove.
        turn.Recorded = decided.Loaded.Person is null ? [] : decision.PlanChanges;
        return true;
    }
}
