namespace AgaBot.Dialogs.Phrasing;

/// <summary>The rules under one key in both languages: each applies whatever the conversation's language.</summary>
internal sealed class SentenceRules(string key)
{
    private readonly WordRule english = WordRule.Parse(Words.English[key]);

    public WordRule Spanish { get; } = WordRule.Parse(Words.Spanish[key]);

    public bool Hold(string words) => Spanish.Holds(words) || english.Holds(words);
}
