using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Drafting;

namespace AgaBot.Dialogs.Deciding;

/// <summary>Follows a command: as an input to the open form, or through its handler.</summary>
internal sealed class CommandOrders(OpenForms forms, CommandHandlers handlers, SentProposalMessage sent)
{
    public async ValueTask<Decision> FollowAsync(
        DialogContext context,
        Command command,
        OpenForm? open,
        CancellationToken cancellationToken
    )
    {
        if (command.InputTo(open) is not { } input)
            return await handlers.FollowAsync(context, command, open, cancellationToken);
        return open is null
            ? await sent.SayAsync(context, input, cancellationToken)
            : await forms.AdvanceAsync(context, input, cancellationToken);
    }
}
