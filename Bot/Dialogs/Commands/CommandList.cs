namespace AgaBot.Dialogs.Commands;

/// <summary>The commands that can be given when no form is open, one a line.</summary>
internal static class CommandList
{
    public static string Say(DialogContext context) =>
        context.IsCoordinator ? $"{context.Words["help.orders"]}\n{context.Words["help.coordinatorOrders"]}" : context.Words["help.orders"];
}
