using AgaBot.Dialogs.Commands;

namespace AgaBot.Dialogs.Deciding;

/// <summary>The input to the steps of a dialog. The open form and the typed text are read once.</summary>
/// <param name="Open">The open form; null if none is open.</param>
/// <param name="Typed">The typed text; null if there is none or the text is blank.</param>
/// <param name="WasGreeted">Whether the person was greeted before this turn.</param>
internal sealed record DialogTurn(DialogContext Context, OpenForm? Open, Utterance? Typed, bool WasGreeted);

/// <summary>A step that may decide a turn.</summary>
internal interface IDialogStep
{
    /// <returns>Null to leave the turn to the next step.</returns>
    ValueTask<Decision?> TryDecideAsync(DialogTurn turn, CancellationToken cancellationToken);
}
