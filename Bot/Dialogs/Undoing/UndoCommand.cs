using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Inputs;

namespace AgaBot.Dialogs.Undoing;

/// <summary><i>Deshacer</i>: brings back what was cancelled or restarted last, so that a mistake loses no answer.</summary>
internal sealed record UndoCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.undo", new UndoCommand())];
}

internal sealed class UndoHandler(OpenForms forms, DraftOpener drafts) : ImmediateCommandHandler<UndoCommand>
{
    /// <summary>Forgets what was discarded on an earlier day, unless this turn brings it back.</summary>
    public static DialogContext ForgetOld(DialogContext context) =>
        context.Conversation.Undo is { } undo && undo.On < context.Turn.Today && !AsksToUndo(context.Turn.Input)
            ? context.With(context.Conversation with { Undo = null })
            : context;

    protected override Decision Follow(DialogContext context, UndoCommand command, OpenForm? open)
    {
        if (context.Conversation.Undo is not { } undo || IsOver(context, undo))
            return open is null
                ? context.Say(context.Words["undo.nothing"])
                : context.Say(PlaceMessage.Say(open, new Notice(context.Words["undo.nothingInForm"])));
        return Interruption.FinishFirst(context, open) ?? Restore(context, undo);
    }

    private Decision Restore(DialogContext context, UndoState undo)
    {
        DialogContext without = context.With(context.Conversation with { Undo = null });
        return undo switch
        {
            UndoState.Proposal proposal => drafts.Restore(without, proposal.Draft)
                ?? context.Say(context.Words.Say("drafts.tooMany", ProposalDrafts.Most)),
            UndoState.Form form => Restore(
                without.With(without.Conversation with { ActiveForm = form.ActiveForm, Pending = form.Pending })
            ),
            _ => throw new UnreachableException(),
        };
    }

    private Decision Restore(DialogContext context)
    {
        OpenForm back = forms.Find(context) ?? throw new InvalidOperationException("What came back is no form.");
        return context.Say(PlaceMessage.Say(back, new Notice(context.Words.Say("undo.done", back.Name))));
    }

    private static bool IsOver(DialogContext context, UndoState undo) =>
        undo is UndoState.Form form && !form.ActiveForm.CanComeBack(context.State);

    private static bool AsksToUndo(UserInput input) =>
        input switch
        {
            UserInput.Typed typed => CommandReader.Read(typed.Text) is Utterance.Ordered { Command: UndoCommand },
            UserInput.Pressed { Submit.Command: { } words } => CommandReader.Read(words) is Utterance.Ordered { Command: UndoCommand },
            _ => false,
        };
}
