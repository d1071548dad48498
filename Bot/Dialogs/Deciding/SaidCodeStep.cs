using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Inputs;

namespace AgaBot.Dialogs.Deciding;

/// <summary>
/// Refuses a text that holds a code and is no command that takes one: as an answer it would be kept, shown and exported. The person
/// is told how a code is used. See docs/decisions/0042.
/// </summary>
internal sealed class SaidCodeStep(ICodeRedaction codes) : IDialogStep
{
    public ValueTask<Decision?> TryDecideAsync(DialogTurn turn, CancellationToken cancellationToken) =>
        ValueTask.FromResult(HoldsCode(turn) ? Refuse(turn) : null);

    private bool HoldsCode(DialogTurn turn) =>
        turn.Context.Turn.Input switch
        {
            UserInput.Typed { Text: var text } => !TakesCode(turn.Typed, turn.Open) && codes.HoldsLastingCode(text),
            UserInput.Pressed { Submit: var submit } => submit.Values.Values.Any(codes.HoldsLastingCode)
                || (submit.Command is { } words && codes.HoldsLastingCode(words) && !TakesCode(CommandReader.Read(words), open: null)),
            _ => false,
        };

    private static bool TakesCode(Utterance? said, OpenForm? open) =>
        said is Utterance.Ordered { Command: { InGroup: GroupUse.Secretly } command } && (open is null || !command.MayAnswer(open));

    private static Decision Refuse(DialogTurn turn)
    {
        DialogContext context = turn.Context;
        string refused = context.Words["code.inAnswer"];
        return turn.Open is { } open ? context.Say(PlaceMessage.Say(open, Notice.Problem(refused))) : context.Say(refused);
    }
}
