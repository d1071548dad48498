namespace AgaBot.Dialogs.Commands;

/// <summary>What <i>editar</i> alone does for a feature when no form is open.</summary>
internal interface IEditsWithoutForm
{
    /// <returns>Null if there is nothing of the feature to edit.</returns>
    ValueTask<Decision?> TryEditAsync(DialogContext context, CancellationToken cancellationToken);
}
