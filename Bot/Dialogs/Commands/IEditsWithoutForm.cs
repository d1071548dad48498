namespace AgaBot.Dialogs.Commands;

/// <summary>What a feature lets <i>editar</i> alone mean where no form is open.</summary>
internal interface IEditsWithoutForm
{
    /// <returns>Null if there is nothing of the feature to edit.</returns>
    ValueTask<Decision?> TryEditAsync(DialogContext context, CancellationToken cancellationToken);
}
