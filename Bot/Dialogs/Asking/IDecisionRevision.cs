namespace AgaBot.Dialogs.Asking;

/// <summary>Adds to a decision once the input itself is answered. The dialog says in which order.</summary>
internal interface IDecisionRevision
{
    /// <param name="context">Before the decision.</param>
    ValueTask<Decision> ReviseAsync(DialogContext context, Decision decision, CancellationToken cancellationToken);
}
