using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Forms;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Deciding;

/// <summary>
/// Below a card with several questions, the words of an option answer the question of that option, not the free text asked first.
/// </summary>
internal sealed class CardFieldStep(OpenForms forms) : IDialogStep
{
    public async ValueTask<Decision?> TryDecideAsync(DialogTurn turn, CancellationToken cancellationToken) =>
        turn is { Typed: Utterance.Told told, Open: { QuestionAtHand: Question.Text } open }
        && ProfileCard.Fits(open)
        && open.Form.Questions.OfType<Question.Choice>().FirstOrDefault(choice => IsOption(choice, told.Text)) is { } meant
            ? await forms.AdvanceAsync(turn.Context, new FormInput.Replace(open.NumberOf(meant.Id), told.Text), cancellationToken)
            : null;

    /// <summary>A name may resemble an option, so only its own words count, in the singular too.</summary>
    private static bool IsOption(Question.Choice choice, string text) =>
        Folding.ToWords(text).TrimEnd('s') is { Length: > 0 } said
        && choice.Options.Any(option => option.Aliases.Prepend(option.Label).Any(name => Folding.ToWords(name).TrimEnd('s') == said));
}
