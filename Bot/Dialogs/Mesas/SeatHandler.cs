using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Coordinators;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Plans.Mesas;

namespace AgaBot.Dialogs.Mesas;

/// <summary>
/// <i>Asiento CÓDIGO</i>: somebody who sat at a mesa becomes a participant of their own, counted once, who sees what the group sent.
/// </summary>
internal sealed class SeatHandler(Plan plan, IMesas mesas, WrongTries tries)
{
    public async ValueTask<Decision> TakeAsync(DialogContext context, string code, OpenForm? open, CancellationToken cancellationToken)
    {
        if (CodeTries.AreExhausted(context) || !tries.TryCount(CodeTries.IsKnown(context)))
            return context.Say(context.Words["link.exhausted"]);
        if (
            LinkCode.Hash(code) is not { } hash
            || await mesas.FindByCodeAsync(hash, cancellationToken) is not { } mesa
            || !mesa.IsOpen(context.Turn.Now)
        )
            return CodeTries.CountWrong(context).Say(context.Words["seat.wrongCode"]);
        tries.TakeBack(CodeTries.IsKnown(context));
        return CommandDesk.Want(context, new PendingRequest.ClaimSeat(mesa.Id), open);
    }

    /// <summary>
    /// Once it is known who the person is. The same words whether the seat was theirs before or not: nobody is counted twice, and a turn
    /// decided again says the same.
    /// </summary>
    public async ValueTask<Decision> ClaimAsync(DialogContext context, MesaId id, Notice notice, CancellationToken cancellationToken)
    {
        Words words = context.Words;
        Profile profile = context.Participant.Profile ?? throw new InvalidOperationException("A seat is claimed by who has a profile.");
        ParticipantGroup? theirs = await mesas.SeatAtAsync(id, context.Participant.Id, cancellationToken);
        if (await mesas.FindAsync(id, cancellationToken) is not { } mesa || (theirs is null && !mesa.IsOpen(context.Turn.Now)))
            return context.Say(notice.Above(words["seat.wrongCode"]));
        if ((theirs ?? mesa.SeatFor(profile)) is not { } seat)
            return context.Say(
                notice.Above(
                    words.Say("seat.none", mesa.Number, Name(words, new ParticipantGroup(profile.OrganisationTypeId, profile.Gender)))
                )
            );
        return context.Say(notice.Above(words.Say("seat.taken", mesa.Number, Name(words, seat)))) with
        {
            PlanChanges = [new SeatClaimed(id, seat, context.Participant.Id)],
        };
    }

    /// <summary>"Municipios, mujer".</summary>
    private string Name(Words words, ParticipantGroup group)
    {
        string type =
            plan.OrganisationTypes.FirstOrDefault(one => one.Id == group.OrganisationTypeId)?.NameIn(words.Language)
            ?? words["progress.otherType"];
        return group.Gender switch
        {
            Gender.Woman => $"{type}, {words["seat.woman"]}",
            Gender.Man => $"{type}, {words["seat.man"]}",
            _ => type,
        };
    }
}
