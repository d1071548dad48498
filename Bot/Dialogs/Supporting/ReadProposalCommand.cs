using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Sheets;
using AgaBot.Dialogs.Views;

namespace AgaBot.Dialogs.Supporting;

/// <summary><i>Leer 2</i>, <i>leer 482-716-4</i>: the whole text of a proposal that anybody may see, with a button to support it.</summary>
internal sealed record ReadProposalCommand(ProposalPick Pick) : Command, IHasPatterns
{
    /// <summary>While a question is asked, the words may be its answer.</summary>
    public override bool MayAnswer(OpenForm open) => open.QuestionAtHand is not null && Pick is ProposalPick.Listed;

    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.WithPick("command.readProposal", static pick => new ReadProposalCommand(pick))];
}

internal sealed class ReadProposalHandler(Supports supports, FichaDocuments documents) : CommandHandler<ReadProposalCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        ReadProposalCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => Interruption.Tell(await ReadAsync(context, command.Pick, cancellationToken), open);

    private async ValueTask<Decision> ReadAsync(DialogContext context, ProposalPick pick, CancellationToken cancellationToken)
    {
        Words words = context.Words;
        if (await supports.FindAsync(context, pick, cancellationToken) is not { } proposal)
            return context.Say(words["support.noSuch"]);
        string text = documents.InWords(proposal);
        return proposal.Author == context.Participant.Id
            ? context.Say(text)
            : context.Say(
                new Reply(text),
                ButtonsMessage.Say(
                    words,
                    words.Say("support.afterReading", proposal.Receipt),
                    [new CommandButton(words["button.supportIt"], $"{CommandWords.Name(words, "command.support")} {proposal.Receipt}")]
                )
            );
    }
}
