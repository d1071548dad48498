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

/// <summary><i>Contar apoyos 482-716-4</i>.</summary>
internal sealed record CountSupportsCommand(ReceiptNumber Receipt) : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.WithReceipt("command.countSupports", static (receipt, _) => new CountSupportsCommand(receipt))];
}

/// <summary><i>Descartar apoyos 482-716-4</i>.</summary>
internal sealed record DiscardSupportsCommand(ReceiptNumber Receipt) : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.WithReceipt("command.discardSupports", static (receipt, _) => new DiscardSupportsCommand(receipt))];
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

internal sealed class CountSupportsHandler(WaitingSupportsList waiting) : CommandHandler<CountSupportsCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        CountSupportsCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) =>
        Interruption.Tell(
            await waiting.DecideAsync(
                context,
                command.Receipt,
                "support.counted",
                new SupportsCounted(command.Receipt, context.Participant.Id),
                cancellationToken
            ),
            open
        );
}

internal sealed class DiscardSupportsHandler(WaitingSupportsList waiting) : CommandHandler<DiscardSupportsCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        DiscardSupportsCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) =>
        Interruption.Tell(
            await waiting.DecideAsync(
                context,
                command.Receipt,
                "support.discarded",
                new SupportsDiscarded(command.Receipt, context.Participant.Id),
                cancellationToken
            ),
            open
        );
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

    /// <param name="done">The key of the sentence that says what was done.</param>
    public async ValueTask<Decision> DecideAsync(
        DialogContext context,
        ReceiptNumber receipt,
        string done,
        SupportsReviewed change,
        CancellationToken cancellationToken
    )
    {
        Words words = context.Words;
        if (!context.IsCoordinator)
            return context.Say(words["coordinatorsOnly"]);
        int count = (await review.WaitingAsync(cancellationToken)).FirstOrDefault(one => one.Receipt == receipt).Count;
        return count == 0
            ? context.Say(words.Say("supports.noneOf", receipt))
            : context.Say(words.Say(done, receipt, words.Count("supports.waiting", count))) with
            {
                PlanChanges = [change],
            };
    }
}
