using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Inputs;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Filling;

/// <summary><i>Editar 3</i>: goes to an answer to change it.</summary>
/// <param name="Number">From 1; null asks for the number.</param>
internal sealed record EditCommand(int? Number) : Command, IHasPatterns
{
    public override int MostContent => Statements.Fewest;

    public override FormInput? InputTo(OpenForm? open) => Number is { } number ? new FormInput.Edit(number) : null;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.edit", new EditCommand(Number: null)),
            new CommandPattern.WithNumber("command.edit", static number => new EditCommand(number)),
            new CommandPattern.WithNumber("command.replaceAnswer", static number => new EditCommand(number)),
            new CommandPattern.Sentence("sentence.edit", 60, new EditCommand(Number: null)),
        ];
}

/// <summary><i>Editar</i> without a number: the sentence may name the answer.</summary>
internal sealed class EditHandler(IEnumerable<IEditsWithoutForm> others, SentProposalMessage sent, OpenForms forms)
    : CommandHandler<EditCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        EditCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    )
    {
        if (open is not null && context.Turn.Input is UserInput.Typed { Text: var said } && NamedQuestion.Find(open, said) is { } number)
            return await forms.AdvanceAsync(context, new FormInput.Edit(number), cancellationToken);
        if (open is not null)
            return context.Say(PlaceMessage.Say(open, Notice.Problem(context.Words["form.whichToEdit"])));
        foreach (IEditsWithoutForm other in others)
        {
            if (await other.TryEditAsync(context, cancellationToken) is { } edited)
                return edited;
        }
        return await sent.SayAsync(context, input: null, cancellationToken);
    }
}

/// <summary><i>Cambiar 2</i>: changes a row if a table is asked for, else an answer.</summary>
internal sealed record ChangeCommand(int Number) : Command, IHasPatterns
{
    public override bool IsAboutQuestionAtHand => true;

    public override bool MayAnswer(OpenForm open) => open.QuestionAtHand is not (null or Question.Rows) && !open.HasQuestion(Number);

    public override FormInput? InputTo(OpenForm? open) =>
        open?.QuestionAtHand is Question.Rows ? new FormInput.EditRow(null, Number) : new FormInput.Edit(Number);

    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.WithNumber("command.change", static number => new ChangeCommand(number))];
}

/// <summary><i>Cambiar respuesta 8 por …</i>.</summary>
internal sealed record ReplaceAnswerCommand(int Number, string Text) : Command, IHasPatterns
{
    public override bool IsAboutShownNumbers => true;

    /// <summary>The words may be an answer if there is no such question.</summary>
    public override bool MayAnswer(OpenForm open) => open.QuestionAtHand is Question.Text && !open.HasQuestion(Number);

    public override FormInput? InputTo(OpenForm? open) => new FormInput.Replace(Number, Text);

    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.WithText("command.replaceAnswer", static (number, text) => new ReplaceAnswerCommand(number, text))];
}

/// <summary><i>Usar nombre 5</i>: replaces abbreviations in an answer by full names.</summary>
/// <param name="Answer">The answer's number; null means the last list before the question at hand.</param>
internal sealed record UseFullNamesCommand(int? Answer) : Command, IHasPatterns
{
    public override bool IsAboutShownNumbers => true;

    public override bool MayAnswer(OpenForm open) => open.QuestionAtHand is Question.Text;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.useFullNames", new UseFullNamesCommand(Answer: null)),
            new CommandPattern.WithNumber("command.useFullNames", static number => new UseFullNamesCommand(number)),
        ];
}

internal sealed class UseFullNamesHandler(DraftWalk walk) : ImmediateCommandHandler<UseFullNamesCommand>
{
    protected override Decision Follow(DialogContext context, UseFullNamesCommand command, OpenForm? open) =>
        walk.UseFullNames(context, command.Answer, open);
}

/// <summary><i>Dejar así</i>: keeps what was pointed out as it is.</summary>
internal sealed record LeaveAsIsCommand : Command, IHasPatterns
{
    public override bool MayAnswer(OpenForm open) => open.QuestionAtHand is Question.Text;

    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.leaveAsIs", new LeaveAsIsCommand())];
}

internal sealed class LeaveAsIsHandler : ImmediateCommandHandler<LeaveAsIsCommand>
{
    protected override Decision Follow(DialogContext context, LeaveAsIsCommand command, OpenForm? open) =>
        open is null ? context.Say(context.Words["noForm"]) : context.Say(PlaceMessage.Say(open, new Notice(context.Words["offer.left"])));
}
