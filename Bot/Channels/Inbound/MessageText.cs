using System.Collections.Immutable;
using System.Net;
using System.Text;
using AgaBot.Channels.Protocol;

namespace AgaBot.Channels.Inbound;

/// <summary>
/// Restores what a person wrote from the text of a message: removes the mention of the bot, replaces mentions of people by their names, and
/// decodes escaped characters.
/// </summary>
internal static class MessageText
{
    private const char NoBreakSpace = '\u00a0';

    /// <param name="isEscaped">Whether the channel HTML-escapes the text.</param>
    public static string Read(Activity activity, bool isEscaped)
    {
        string text = activity.Text ?? "";
        ImmutableArray<Mention> mentions = activity.Entities is { } entities ? Mention.ReadAll(entities) : [];
        if (mentions.IsEmpty)
            return isEscaped ? Unescape(text).Trim() : text;
        return WithNames(text, mentions, activity.Recipient?.Id, isEscaped).Trim();
    }

    /// <summary>Scans once from left to right and prefers the longest mention, so that overlapping mentions are replaced once.</summary>
    private static string WithNames(string text, ImmutableArray<Mention> mentions, string? botId, bool isEscaped)
    {
        ImmutableArray<Mention> longestFirst = [.. mentions.OrderByDescending(mention => mention.Text.Length)];
        var read = new StringBuilder(text.Length);
        int from = 0;
        foreach ((int at, Mention mention) in Occurrences(text, longestFirst))
        {
            Append(read, text[from..at], isEscaped);
            if (!string.Equals(mention.Id, botId, StringComparison.Ordinal))
                read.Append(NameOf(mention));
            from = at + mention.Text.Length;
        }
        Append(read, text[from..], isEscaped);
        return read.ToString();
    }

    private static IEnumerable<(int At, Mention Mention)> Occurrences(string text, ImmutableArray<Mention> longestFirst)
    {
        string starts = string.Concat(longestFirst.Select(static mention => mention.Text[0]).Distinct());
        int at = 0;
        while (text.AsSpan(at).IndexOfAny(starts) is var next and >= 0)
        {
            at += next;
            Mention? found = longestFirst.FirstOrDefault(mention =>
                string.CompareOrdinal(text, at, mention.Text, 0, mention.Text.Length) == 0
            );
            if (found is not null)
                yield return (at, found);
            at += found?.Text.Length ?? 1;
        }
    }

    /// <summary>Prefers the name from the directory, because the author can edit the name in the text.</summary>
    private static string NameOf(Mention mention) =>
        string.IsNullOrWhiteSpace(mention.Name) ? WithoutTags(mention.Text) : mention.Name.Trim();

    private static string WithoutTags(string text) =>
        text.StartsWith('<')
        && text.IndexOf('>', StringComparison.Ordinal) is > 0 and var open
        && text.LastIndexOf('<') is var close
        && close > open
            ? Unescape(text[(open + 1)..close])
            : text;

    /// <summary>Collapses the two spaces around a removed mention into one.</summary>
    private static void Append(StringBuilder read, string piece, bool isEscaped)
    {
        string words = isEscaped ? Unescape(piece) : piece;
        bool isAfterSpace = read.Length == 0 || char.IsWhiteSpace(read[^1]);
        read.Append(isAfterSpace ? words.TrimStart(' ') : words);
    }

    private static string Unescape(string text) => WebUtility.HtmlDecode(text).Replace(NoBreakSpace, ' ');
}
