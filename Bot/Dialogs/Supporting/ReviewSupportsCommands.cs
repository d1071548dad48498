using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Public;
using AgaBot.Plans.Supporting;

namespace AgaBot.Dialogs.Supporting;

/// <summary><i>Revisar apoyos</i>: a coordinator sees which supports came too fast and wait.</summary>
internal sealed record ReviewSupportsCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.reviewSupports", new ReviewSupportsCommand())];
}

/// <summary><i>Contar apoyos 482-716-4</i>, <i>descartar apoyos 482-716-4</i>.</summary>
/// <param name="Counts">Whether they count from now on; if not, they are taken away.</param>
internal sealed record DecideSupportsCommand(ReceiptNumber Receipt, bool Counts) : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.WithReceipt(
                "command.countSupports",
                static (receipt, _) => new DecideSupportsCommand(receipt, Counts: true)
            ),
            new CommandPattern.WithReceipt(
                "command.discardSupports",
                static (receipt, _) => new DecideSupportsCommand(receipt, Counts: false)
            ),
        ];
}

internal sealed class ReviewSupportsHandler(WaitingSupportsList waiting) : CommandHandler<ReviewSupportsCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        ReviewSupportsCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => Interruption.Tell(await waiting.ShowAsync(context, cancellationToken), open);
}

internal sealed class DecideSupportsHandler(WaitingSupportsList waiting) : CommandHandler<DecideSupportsCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        DecideSupportsCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => Interruption.Tell(await waiting.DecideAsync(context, command, cancellationToken), open);
}

/// <summary>Shows coordinators the supports that wait, and takes what they decide.</summary>
internal sealed class WaitingSupportsList(ISupportReview review, IPublicProposals proposals)
{
    public async ValueTask<Decision> ShowAsync(DialogContext context, CancellationToken cancellationToken)
    {
        Words words = context.Words;
        if (!context.IsCoordinator)
            return context.Say(words["coordinatorsOnly"]);
        ImmutableArray<WaitingSupports> waiting = await review.WaitingAsync(cancellationToken);
        if (waiting.IsEmpty)
            return context.Say(words["supports.none"]);
        var lines = new List<string> { words["supports.title"] };
        foreach (WaitingSupports one in waiting)
        {
            string named = await proposals.FindAsync(one.Receipt, cancellationToken) is { } proposal ? FirstWords.Of(proposal) : "";
            lines.Add(words.Say("supports.line", one.Receipt, words.Count("supports.waiting", one.Count), Excerpt.Quote(named)));
        }
        lines.Add("");
        lines.Add(words.Say("supports.how", waiting[0].Receipt));
        return context.Say(string.Join('\n', lines));
    }

    public async ValueTask<Decision> DecideAsync(DialogContext context, DecideSupportsCommand command, CancellationToken cancellationToken)
    {
        Words words = context.Words;
        ReceiptNumber receipt = command.Receipt;
        if (!context.IsCoordinator)
            return context.Say(words["coordinatorsOnly"]);
        int count = (await review.WaitingAsync(cancellationToken)).FirstOrDefault(one => one.Receipt == receipt).Count;
        if (count == 0)
            return context.Say(words.Say("supports.noneOf", receipt));
        string counted = words.Count("supports.waiting", count);
        return command.Counts
            ? context.Say(words.Say("support.counted", receipt, counted)) with
            {
                PlanChanges = [new SupportsCounted(receipt, context.Participant.Id)],
            }
            : context.Say(words.Say("support.discarded", receipt, counted)) with
            {
                PlanChanges = [new SupportsDiscarded(receipt, context.Participant.Id)],
            };
    }
}
