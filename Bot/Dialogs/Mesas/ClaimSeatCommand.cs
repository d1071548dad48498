using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Codes;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Plans.Mesas;

namespace AgaBot.Dialogs.Mesas;

/// <summary>
/// <i>Asiento CÓDIGO</i>: a person who sat at a mesa becomes a participant who is counted once and sees what the group sent.
/// </summary>
/// <param name="Code">As typed. The code is a secret: never repeated, never logged.</param>
internal sealed record ClaimSeatCommand(string Code) : Command, IHasPatterns
{
    public override GroupUse InGroup => GroupUse.Secretly;

    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.WithCode("command.seat", static code => LinkCode.Hash(code) is null ? null : new ClaimSeatCommand(code))];

    public override string ToString() => nameof(ClaimSeatCommand);
}

internal sealed class ClaimSeatHandler(IMesas mesas, CodeTries tries) : CommandHandler<ClaimSeatCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        ClaimSeatCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    )
    {
        if (tries.Refuse(context, CodeKind.Seat) is { } refused)
            return refused;
        if (
            LinkCode.Hash(command.Code) is not { } hash
            || await mesas.FindByCodeAsync(hash, cancellationToken) is not { } mesa
            || !mesa.IsOpen(context.Turn.Now)
        )
            return tries.CountWrong(context, CodeKind.Seat).Say(context.Words["seat.wrongCode"]);
        return Interruption.Want(CodeTries.Forget(context, CodeKind.Seat), new ClaimSeatRequest(mesa.Id), open);
    }
}

/// <summary>Request to take a seat once the person's profile is known.</summary>
public sealed record ClaimSeatRequest(MesaId Mesa) : PendingRequest
{
    internal override string WhyConsent => "consent.whyToIntroduce";

    internal override bool NeedsProfile => true;
}

internal sealed class ClaimSeatRequestHandler(Plan plan, IMesas mesas) : RequestHandler<ClaimSeatRequest>
{
    /// <summary>
    /// Gives the same reply if the person already had the seat: a turn that is decided again counts nobody twice and says the same.
    /// </summary>
    protected override async ValueTask<Decision> BeginAsync(
        DialogContext context,
        ClaimSeatRequest request,
        Notice notice,
        CancellationToken cancellationToken
    )
    {
        MesaId id = request.Mesa;
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
