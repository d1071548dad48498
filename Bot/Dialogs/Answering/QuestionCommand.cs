using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Answering;

/// <summary>A question about the person's own part, which is answered from the records and the plan. An open form goes on.</summary>
internal abstract record QuestionCommand : Command
{
    /// <summary>A sentence that says more is a statement about the matter itself.</summary>
    private const int MostWords = 5;

    public sealed override bool AnswersQuestion => true;

    public sealed override int MostContent => MostWords;

    /// <summary>A consultation asks for an opinion, which may have these words.</summary>
    public sealed override bool MayAnswer(OpenForm open) => open.AskedAs is not null && open.Session.At is FormPosition.Asking;
}

/// <summary>Answers a question from the person's latest proposal. An open form goes on.</summary>
internal abstract class OwnProposalHandler<TQuestion>(IPlanRecords records) : CommandHandler<TQuestion>
    where TQuestion : QuestionCommand
{
    protected sealed override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        TQuestion command,
        OpenForm? open,
        CancellationToken cancellationToken
    )
    {
        Proposal? sent = await records.FindOwnAsync(context.Participant.Id, receipt: null, cancellationToken);
        return Interruption.Tell(context.Say(Answer(context, sent, open)), open);
    }

    /// <param name="sent">Null if the person has sent nothing.</param>
    protected abstract Reply Answer(DialogContext context, Proposal? sent, OpenForm? open);
}
