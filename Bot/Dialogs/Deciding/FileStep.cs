using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Inputs;

namespace AgaBot.Dialogs.Deciding;

/// <summary>Handles a file that the person sent.</summary>
internal sealed class FileStep(DocumentHandler documents) : IDialogStep
{
    public async ValueTask<Decision?> TryDecideAsync(DialogTurn turn, CancellationToken cancellationToken) =>
        turn.Context.Turn.Input is UserInput.Sent { File: var file }
            ? await documents.TakeAsync(turn.Context, file, turn.Open, cancellationToken)
            : null;
}
