using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Drafting;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Supporting;

/// <summary><i>Sumar 1</i>: sends the draft at its review as an aporte to another proposal.</summary>
internal sealed record AddToCommand(ProposalPick Pick) : Command, IHasPatterns
{
    /// <summary>While a question is asked, the words may be its answer.</summary>
    public override bool MayAnswer(OpenForm open) => open.QuestionAtHand is not null;

    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.WithPick("command.addTo", static pick => new AddToCommand(pick))];
}

internal sealed class AddToHandler(Supports supports, DraftWalk walk) : CommandHandler<AddToCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        AddToCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    )
    {
        if (context.Conversation.ActiveForm is not Proposing proposing || open?.Session.At is not FormPosition.Review)
            return Interruption.Tell(context.Say(context.Words["addTo.notHere"]), open);
        return await supports.FindAsync(context, command.Pick, cancellationToken) is { } proposal
            ? walk.Send(context, ProposalDrafts.Find(context.State, proposing.Draft)!, proposal)
            : context.Say(PlaceMessage.Say(open, Notice.Problem(context.Words["support.noSuch"])));
    }
}
