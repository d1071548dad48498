namespace AgaBot.Forms.Normalization;

/// <summary>Tells from its end whether a text goes on in the next message, and puts the two together.</summary>
internal static class UnfinishedText
{
    /// <summary>It ends in a comma, a colon or an empty bullet.</summary>
    public static bool GoesOn(string words) => words.Length > 0 && (words[^1] is ',' or ':' || EndsInBullet(words));

    /// <summary>What follows a comma is on its line, what follows an empty bullet is its text; all else is a line of its own.</summary>
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

    /// <summary>"3." or "3)" below other lines.</summary>
    private static bool IsNumber(string words, string line) =>
        line.Length is 2 or 3 && line.Length < words.Length && line[^1] is '.' or ')' && line[..^1].All(char.IsAsciiDigit);
}
