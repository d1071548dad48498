using System.Collections.Concurrent;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hosting;

/// <summary>Stands where the dialog stands, for tests of the wire: says what the test wants said, and keeps what it heard.</summary>
public sealed class ScriptedDialog(params Reply[] replies) : IDialog
{
    public ConcurrentQueue<Said> Heard { get; } = new();

    public BotAppSettings Into(BotAppSettings settings) => settings with { Services = services => services.AddSingleton<IDialog>(this) };

    public ValueTask<Decision> DecideAsync(Memory memory, Heard heard, CancellationToken cancellationToken)
    {
        Heard.Enqueue(heard.Said);
        return ValueTask.FromResult(Decision.Say(memory, [.. replies]));
    }
}
