using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;

namespace AgaBot.Dialogs.Consulting;

/// <summary><i>Consultas</i>.</summary>
internal sealed record ListConsultationsCommand : Command, IHasPatterns
{
    public override int MostContent => Statements.Fewest - 1;

    public override GroupUse InGroup => GroupUse.Publicly;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.consultations", new ListConsultationsCommand()),
            new CommandPattern.Sentence("sentence.consultations", 90, new ListConsultationsCommand()),
        ];
}

internal sealed class ListConsultationsHandler(ConsultationList consultations) : CommandHandler<ListConsultationsCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        ListConsultationsCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => Interruption.Tell(await consultations.ShowAsync(context, cancellationToken), open);
}
