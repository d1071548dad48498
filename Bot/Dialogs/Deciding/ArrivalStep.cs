using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Greeting;
using AgaBot.Dialogs.Inputs;

namespace AgaBot.Dialogs.Deciding;

/// <summary>Handles people and the bot joining or leaving the conversation. The welcome is shown once.</summary>
internal sealed class ArrivalStep(WaitingDrafts drafts, Welcome welcome) : IDialogStep
{
    public ValueTask<Decision?> TryDecideAsync(DialogTurn turn, CancellationToken cancellationToken)
    {
        DialogContext context = turn.Context;
        Decision? decision = context.Turn.Input switch
        {
            UserInput.Joined or UserInput.Installed => Meet(turn),
            UserInput.Removed => context.With(context.Conversation with { Greeted = false }).Say([]),
            _ => null,
        };
        return ValueTask.FromResult(decision);
    }

    private Decision Meet(DialogTurn turn)
    {
        DialogContext context = turn.Context;
        if (context.ComesBack && drafts.Meet(context, open: null) is { } met)
            return met;
        return turn.WasGreeted ? context.Say([]) : context.Say(welcome.Say(context));
    }
}
