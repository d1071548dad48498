namespace AgaBot.Forms.Normalization;

/// <summary>Decides by the end of a text whether the text continues in the next message, and joins the two.</summary>
internal static class UnfinishedText
{
    /// <summary>True if the text ends in a comma, a colon or an empty bullet.</summary>
    public static bool GoesOn(string words) => words.Length > 0 && (words[^1] is ',' or ':' || EndsInBullet(words));

    /// <summary>
    /// Text after a comma stays on the same line, text after an empty bullet becomes that bullet's text, other text starts a new line.
    /// </summary>
    public static string Join(string before, string next)
    {
        if (EndsInBullet(before))
            return $"{before} {UserText.WithoutBullet(next)}";
        return before[^1] == ',' && UserText.WithoutBullet(next).Length == next.Trim().Length ? $"{before} {next}" : $"{before}\n{next}";
    }

    private static bool EndsInBullet(string words)
    {
        string line = words[(words.LastIndexOf('\n') + 1)..].Trim();
        return line.Length > 0 && (UserText.WithoutBullet(line).Length == 0 || IsNumber(words, line));
    }

    /// <summary>"3." or "3)" as the last of several lines.</summary>
    private static bool IsNumber(string words, string line) =>
        line.Length is 2 or 3 && line.Length < words.Length && line[^1] is '.' or ')' && line[..^1].All(char.IsAsciiDigit);
}
