namespace AgaBot.Dialogs.Asking;

/// <summary>Adds to a decision after the input is answered. <c>Dialog</c> sets the order of the revisions.</summary>
internal interface IDecisionRevision
{
    /// <param name="context">The context before the decision.</param>
    ValueTask<Decision> ReviseAsync(DialogContext context, Decision decision, CancellationToken cancellationToken);
}
