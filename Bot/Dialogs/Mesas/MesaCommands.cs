using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Plans.Linking;
using AgaBot.Plans.Mesas;

namespace AgaBot.Dialogs.Mesas;

/// <summary><i>Mesa</i>: opens a mesa, or shows the one that the person records for.</summary>
internal sealed record MesaCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.mesa", new MesaCommand())];
}

internal sealed class MesaHandler(MesaCounting mesas) : CommandHandler<MesaCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        MesaCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) =>
        await mesas.ShowAsync(context, cancellationToken) is { } shown
            ? Interruption.Tell(shown, open)
            : Interruption.Want(context, new OpenMesaRequest(), open);
}

/// <summary>Request to open a mesa once consent is given.</summary>
public sealed record OpenMesaRequest : PendingRequest
{
    internal override string WhyConsent => "consent.whyToRecord";
}

internal sealed class OpenMesaHandler(MesaCounting mesas) : RequestHandler<OpenMesaRequest>
{
    protected override ValueTask<Decision> BeginAsync(
        DialogContext context,
        OpenMesaRequest request,
        Notice notice,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(mesas.BeginOpening(context, notice));
}

/// <summary><i>Editar mesa</i>: corrects the count of people at the mesa.</summary>
internal sealed record EditMesaCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.editMesa", new EditMesaCommand())];
}

internal sealed class EditMesaHandler(MesaCounting mesas) : CommandHandler<EditMesaCommand>, IEditsWithoutForm
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        EditMesaCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    )
    {
        if (Interruption.FinishFirst(context, open) is { } first)
            return first;
        return context.State.Mesa is null
            ? Interruption.Tell(context.Say(context.Words["mesa.none"]), open)
            : await mesas.CorrectAsync(context, cancellationToken);
    }

    /// <summary><i>Editar</i> alone corrects the mesa's count for a person who records for a mesa.</summary>
    public async ValueTask<Decision?> TryEditAsync(DialogContext context, CancellationToken cancellationToken) =>
        context.State.Mesa is null ? null : await mesas.CorrectAsync(context, cancellationToken);
}

/// <summary><i>Código</i>: makes a code by which people take their seats at the mesa.</summary>
internal sealed record DrawMesaCodeCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.mesaCode", new DrawMesaCodeCommand())];
}

internal sealed class DrawMesaCodeHandler : ImmediateCommandHandler<DrawMesaCodeCommand>
{
    protected override Decision Follow(DialogContext context, DrawMesaCodeCommand command, OpenForm? open) =>
        Interruption.Tell(Draw(context), open);

    private static Decision Draw(DialogContext context)
    {
        if (context.State.Mesa is not { } mesa)
            return context.Say(context.Words["mesa.none"]);
        string code = LinkCode.Draw();
        return context.Say(MesaMessage.Code(context.Words, mesa, code)) with
        {
            PlanChanges = [new MesaCodeDrawn(mesa.Id, LinkCode.Hash(code)!, context.Participant.Id)],
        };
    }
}

/// <summary><i>Cerrar mesa</i>.</summary>
internal sealed record CloseMesaCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.closeMesa", new CloseMesaCommand())];
}

internal sealed class CloseMesaHandler : ImmediateCommandHandler<CloseMesaCommand>
{
    protected override Decision Follow(DialogContext context, CloseMesaCommand command, OpenForm? open) =>
        Interruption.Tell(Close(context), open);

    /// <summary>Drafts begun for the mesa stay, and still belong to the mesa.</summary>
    private static Decision Close(DialogContext context)
    {
        if (context.State.Mesa is not { } mesa)
            return context.Say(context.Words["mesa.none"]);
        string waiting = context.State.Drafts.Any(draft => draft.Mesa?.Id == mesa.Id && !draft.Session.IsEmpty)
            ? " " + context.Words["mesa.draftsWait"]
            : "";
        return context
            .Recording(null)
            .Say(context.Words.Say("mesa.closed", mesa.Number, context.Words.Count("mesa.people", mesa.People)) + waiting) with
        {
            PlanChanges = [new MesaClosed(mesa.Id, context.Participant.Id)],
        };
    }
}
