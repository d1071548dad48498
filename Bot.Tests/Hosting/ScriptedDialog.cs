using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hosting;

/// <summary>Replaces the dialog in tests of the channels: sends scripted replies, and records its inputs.</summary>
public sealed class ScriptedDialog(params Reply[] replies) : IDialog
{
    public ConcurrentQueue<UserInput> Heard { get; } = new();

    /// <summary>The roles of the last participant according to the settings.</summary>
    public ImmutableSortedSet<Role> Roles { get; private set; } = [];

    /// <summary>The task that the dialog waits for before it replies.</summary>
    public Task HeldUntil { get; set; } = Task.CompletedTask;

    public BotAppSettings Into(BotAppSettings settings) => settings with { Services = services => services.AddSingleton<IDialog>(this) };

    public async ValueTask<Decision> DecideAsync(DialogState state, TurnInput turn, CancellationToken cancellationToken)
    {
        Heard.Enqueue(turn.Input);
        Roles = turn.Roles;
        await HeldUntil;
        return Decision.Say(state, [.. replies]);
    }
}
