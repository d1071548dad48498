using AgaBot.Dialogs.Commands;

namespace AgaBot.Dialogs.Deciding;

/// <summary>What the steps of a dialog decide on. The open form and what was typed are read once.</summary>
/// <param name="Open">The form that is open; null if none is.</param>
/// <param name="Typed">What was typed; null if nothing was, or blank text.</param>
/// <param name="WasGreeted">Whether the person was greeted before this turn.</param>
internal sealed record DialogTurn(DialogContext Context, OpenForm? Open, Utterance? Typed, bool WasGreeted);

/// <summary>A step that may decide a turn.</summary>
internal interface IDialogStep
{
    /// <returns>Null to leave the turn to the next step.</returns>
    ValueTask<Decision?> TryDecideAsync(DialogTurn turn, CancellationToken cancellationToken);
}
