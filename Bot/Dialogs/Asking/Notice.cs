namespace AgaBot.Dialogs.Asking;

/// <summary>What is said before a question: what came of the last input.</summary>
/// <param name="IsProblem">Whether it is about something to correct.</param>
internal sealed record Notice(string Text, bool IsProblem = false)
{
    public static Notice None { get; } = new("");

    public static Notice Problem(string text) => new(text, IsProblem: true);

    /// <summary>This one, and then another of which nothing is lost.</summary>
    public Notice Then(Notice next) => (Text.Length, next.Text.Length) switch
    {
        (0, _) => next,
        (_, 0) => this,
        _ => new Notice($"{Text} {next.Text}", IsProblem || next.IsProblem),
    };

    /// <summary>The notice above what it stands before.</summary>
    public string Above(string text) => Text.Length == 0 ? text : $"{Text}\n\n{text}";
}
