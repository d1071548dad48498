using AgaBot.Dialogs.Commands;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Filling;

/// <summary><i>Quitar 2</i>: removes a row from the table at hand.</summary>
/// <param name="Number">From 1; null means the last row.</param>
internal sealed record RemoveRowCommand(int? Number) : Command, IHasPatterns
{
    public override bool IsAboutQuestionAtHand => true;

    public override bool MayAnswer(OpenForm open) => open.QuestionAtHand is not Question.Rows;

    public override FormInput? InputTo(OpenForm? open) => new FormInput.RemoveRow(null, Number ?? open?.RowCount ?? 0);

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.removeLastRow", new RemoveRowCommand(Number: null)),
            new CommandPattern.WithNumber("command.removeRow", static number => new RemoveRowCommand(number)),
        ];
}

/// <summary><i>Cambiar fila 2</i>: opens a row of the table for changes.</summary>
/// <param name="Number">From 1; null means the last row.</param>
internal sealed record EditRowCommand(int? Number) : Command, IHasPatterns
{
    public override bool IsAboutQuestionAtHand => true;

    public override bool IsAboutShownNumbers => true;

    /// <summary>The words may be an answer if there is no such row.</summary>
    public override bool MayAnswer(OpenForm open) => open.QuestionAtHand is Question.Text && !open.HasRow(Number ?? open.RowCount);

    public override FormInput? InputTo(OpenForm? open) => new FormInput.EditRow(null, Number ?? open?.RowCount ?? 0);

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.editLastRow", new EditRowCommand(Number: null)),
            new CommandPattern.WithNumber("command.editRow", static number => new EditRowCommand(number)),
        ];
}

/// <summary><i>Cambiar fila 2 por …</i>.</summary>
internal sealed record ReplaceRowCommand(int Number, string Text) : Command, IHasPatterns
{
    public override bool IsAboutShownNumbers => true;

    /// <summary>The words may be an answer if there is no such row.</summary>
    public override bool MayAnswer(OpenForm open) => open.QuestionAtHand is Question.Text && !open.HasRow(Number);

    public override FormInput? InputTo(OpenForm? open) => new FormInput.ReplaceRow(Number, Text);

    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.WithText("command.editRow", static (number, text) => new ReplaceRowCommand(number, text))];
}

/// <summary><i>Subir 3</i>, <i>bajar 1</i>.</summary>
/// <param name="By">Number of places; negative moves the row up.</param>
internal sealed record MoveRowCommand(int Number, int By) : Command, IHasPatterns
{
    public override bool IsAboutQuestionAtHand => true;

    public override bool MayAnswer(OpenForm open) => open.QuestionAtHand is not Question.Rows;

    public override FormInput? InputTo(OpenForm? open) => new FormInput.MoveRow(null, Number, By);

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.WithNumber("command.rowUp", static number => new MoveRowCommand(number, -1)),
            new CommandPattern.WithNumber("command.rowDown", static number => new MoveRowCommand(number, 1)),
        ];
}
