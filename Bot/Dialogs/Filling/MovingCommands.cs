using AgaBot.Dialogs.Commands;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Filling;

/// <summary><i>Atrás</i>.</summary>
internal sealed record BackCommand : Command, IHasPatterns
{
    public override FormInput? InputTo(OpenForm? open) => new FormInput.Back();

    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.back", new BackCommand())];
}

/// <summary><i>Saltar</i>.</summary>
internal sealed record SkipCommand : Command, IHasPatterns
{
    public override bool IsAboutQuestionAtHand => true;

    public override FormInput? InputTo(OpenForm? open) => new FormInput.Skip();

    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.skip", new SkipCommand())];
}

/// <summary><i>Listo</i>: ends a table or a text of several messages.</summary>
internal sealed record DoneCommand : Command, IHasPatterns
{
    public override bool IsAboutQuestionAtHand => true;

    public override FormInput? InputTo(OpenForm? open) => new FormInput.Done();

    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.done", new DoneCommand())];
}

/// <summary><i>Cancelar</i>.</summary>
internal sealed record CancelCommand : Command, IHasPatterns
{
    public override FormInput? InputTo(OpenForm? open) => new FormInput.Cancel();

    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.cancel", new CancelCommand())];
}

/// <summary><i>Reiniciar</i>.</summary>
internal sealed record RestartCommand : Command, IHasPatterns
{
    public override FormInput? InputTo(OpenForm? open) => new FormInput.Restart();

    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.restart", new RestartCommand())];
}

/// <summary><i>Detalles</i>: asks the optional questions of a form.</summary>
internal sealed record DetailsCommand : Command, IHasPatterns
{
    public override bool MayAnswer(OpenForm open) => !open.Form.DetailsOnRequest && open.QuestionAtHand is not null;

    public override FormInput? InputTo(OpenForm? open) => new FormInput.Details();

    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.details", new DetailsCommand())];
}

/// <summary><i>Enviar</i>.</summary>
internal sealed record SendCommand : Command, IHasPatterns
{
    public override FormInput? InputTo(OpenForm? open) => new FormInput.Submit();

    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.send", new SendCommand())];
}
