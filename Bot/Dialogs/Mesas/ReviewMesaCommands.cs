using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;
using AgaBot.Plans.Mesas;

namespace AgaBot.Dialogs.Mesas;

/// <summary><i>Mesas</i>: a coordinator sees all mesas, and which of them wait.</summary>
internal sealed record ListMesasCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Exact("command.mesas", 1, new ListMesasCommand())];
}

/// <summary><i>Aceptar mesa 3</i>.</summary>
internal sealed record AcceptMesaCommand(int Number) : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.WithNumber("command.acceptMesa", static number => new AcceptMesaCommand(number))];
}

/// <summary><i>Anular mesa 3 por …</i>, and <i>anular mesa 3</i>, which is answered with how to give the reason.</summary>
/// <param name="Reason">As typed; null if none was given.</param>
internal sealed record VoidMesaCommand(int Number, string? Reason) : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.WithNumber("command.voidMesa", static number => new VoidMesaCommand(number, Reason: null)),
            new CommandPattern.WithText("command.voidMesa", static (number, text) => new VoidMesaCommand(number, text)),
        ];
}

internal sealed class ListMesasHandler(IMesas mesas) : CommandHandler<ListMesasCommand>
{
    /// <summary>Lines of one message. Mesas that wait come first.</summary>
    private const int Most = 30;

    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        ListMesasCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    )
    {
        Words words = context.Words;
        if (!context.IsCoordinator)
            return Interruption.Tell(context.Say(words["coordinatorsOnly"]), open);
        ImmutableArray<Mesa> all = await mesas.AllAsync(cancellationToken);
        if (all.IsEmpty)
            return Interruption.Tell(context.Say(words["mesas.none"]), open);
        string[] lines =
        [
            .. all.OrderBy(static mesa => mesa.Standing != MesaStanding.Waiting)
                .ThenByDescending(static mesa => mesa.Number)
                .Take(Most)
                .Select(mesa =>
                    words.Say(
                        $"mesas.line.{mesa.Standing}",
                        mesa.Number,
                        words.Count("mesa.people", mesa.Attendance.People),
                        DatePhrases.Day(words, LimaCalendar.DayOf(mesa.OpenedAt)),
                        mesa.VoidedBecause ?? ""
                    )
                ),
        ];
        string more = all.Length > Most ? $"\n{words.Say("mesas.more", all.Length - Most)}" : "";
        return Interruption.Tell(context.Say($"{words["mesas.title"]}\n{string.Join('\n', lines)}{more}\n\n{words["mesas.how"]}"), open);
    }
}

internal sealed class AcceptMesaHandler(IMesas mesas) : CommandHandler<AcceptMesaCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        AcceptMesaCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) =>
        Interruption.Tell(
            await NumberedMesa.ChangeAsync(
                context,
                mesas,
                command.Number,
                static (context, mesa) =>
                    context.Say(
                        context.Words.Say("mesas.accepted", mesa.Number, context.Words.Count("mesa.people", mesa.Attendance.People))
                    ) with
                    {
                        PlanChanges = [new MesaAccepted(mesa.Id, context.Participant.Id)],
                    },
                cancellationToken
            ),
            open
        );
}

internal sealed class VoidMesaHandler(IMesas mesas) : CommandHandler<VoidMesaCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        VoidMesaCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) =>
        Interruption.Tell(
            await NumberedMesa.ChangeAsync(
                context,
                mesas,
                command.Number,
                (context, mesa) =>
                    command.Reason is { } reason
                        ? context.Say(
                            context.Words.Say("mesas.voided", mesa.Number, context.Words.Count("mesa.people", mesa.Attendance.People))
                        ) with
                        {
                            PlanChanges = [new MesaVoided(mesa.Id, reason, context.Participant.Id)],
                        }
                        : context.Say(context.Words.Say("mesas.whyVoid", mesa.Number)),
                cancellationToken
            ),
            open
        );
}

/// <summary>What a coordinator does with a mesa of a number.</summary>
internal static class NumberedMesa
{
    public static async ValueTask<Decision> ChangeAsync(
        DialogContext context,
        IMesas mesas,
        int number,
        Func<DialogContext, Mesa, Decision> change,
        CancellationToken cancellationToken
    )
    {
        if (!context.IsCoordinator)
            return context.Say(context.Words["coordinatorsOnly"]);
        return (await mesas.AllAsync(cancellationToken)).FirstOrDefault(mesa => mesa.Number == number) is { } found
            ? change(context, found)
            : context.Say(context.Words.Say("mesas.unknown", number));
    }
}
