using System.Collections.Immutable;
using System.Reflection;

namespace AgaBot.Dialogs.Commands;

/// <summary>The patterns of every command in the assembly, found once.</summary>
internal static class CommandCatalog
{
    private static readonly ImmutableArray<CommandPattern> Patterns =
    [
        .. typeof(CommandCatalog)
            .Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(Command)) && type.IsAssignableTo(typeof(IHasPatterns)))
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .SelectMany(PatternsOf),
    ];

    public static IEnumerable<TPattern> Of<TPattern>()
        where TPattern : CommandPattern => Patterns.OfType<TPattern>();

    private static IEnumerable<CommandPattern> PatternsOf(Type command) =>
        (IEnumerable<CommandPattern>)
            command.GetProperty(nameof(IHasPatterns.Patterns), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
}
