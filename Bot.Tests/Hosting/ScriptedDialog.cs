using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hosting;

/// <summary>Stands where the dialog stands, for tests of the wire: says what the test wants said, and keeps what it heard.</summary>
public sealed class ScriptedDialog(params Reply[] replies) : IDialog
{
    public ConcurrentQueue<UserInput> Heard { get; } = new();

    /// <summary>What the settings let whom it heard last do.</summary>
    public ImmutableSortedSet<Role> Roles { get; private set; } = [];

    /// <summary>What it waits for before it says anything.</summary>
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
