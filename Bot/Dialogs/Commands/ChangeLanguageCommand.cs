using AgaBot.Dialogs.Phrasing;

namespace AgaBot.Dialogs.Commands;

/// <summary><i>Idioma</i>.</summary>
/// <param name="To">A <see cref="ConversationState.Language"/>; null means the other language.</param>
internal sealed record ChangeLanguageCommand(string? To) : Command, IHasPatterns
{
    /// <summary>Minimum characters of a language's name when it is the whole message: "es" and "en" may be answers.</summary>
    private const int ShortestName = 3;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.language", new ChangeLanguageCommand(To: null)),
            .. Named("language.es", Words.Spanish),
            .. Named("language.en", Words.English),
        ];

    public Words Choose(Words now) => To is null ? now.Other : Words.Of(To);

    private static IEnumerable<CommandPattern> Named(string key, Words words)
    {
        var command = new ChangeLanguageCommand(words.Language);
        yield return new CommandPattern.Exact(key, ShortestName, command);
        yield return new CommandPattern.WithName("command.language", key, command);
    }
}
