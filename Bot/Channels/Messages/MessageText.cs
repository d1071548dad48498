using System.Collections.Immutable;
using System.Net;
using System.Text;
using AgaBot.Channels.Protocol;

namespace AgaBot.Channels.Messages;

/// <summary>
/// What a person said, out of what the channel made of it: the bot's own mention is gone, other people's are their names, and escaped
/// letters are letters again.
/// </summary>
internal static class MessageText
{
    private const char NoBreakSpace = '\u00a0';

    /// <param name="isEscaped">Whether the channel escapes letters as in HTML.</param>
    public static string Read(Activity activity, bool isEscaped)
    {
        string text = activity.Text ?? "";
        ImmutableArray<Mention> mentions = activity.Entities is { } entities ? Mention.ReadAll(entities) : [];
        if (mentions.IsEmpty)
            return isEscaped ? Unescape(text).Trim() : text;
        return WithNames(text, mentions, activity.Recipient?.Id, isEscaped).Trim();
    }

    /// <summary>One pass from left to right, the longest mention first: however they overlap, each letter is read once.</summary>
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

    /// <summary>The directory's name: the text's can be edited by whoever writes it.</summary>
    private static string NameOf(Mention mention) =>
        string.IsNullOrWhiteSpace(mention.Name) ? WithoutTags(mention.Text) : mention.Name.Trim();

    private static string WithoutTags(string text) =>
        text.StartsWith('<')
        && text.IndexOf('>', StringComparison.Ordinal) is > 0 and var open
        && text.LastIndexOf('<') is var close
        && close > open
            ? Unescape(text[(open + 1)..close])
            : text;

    /// <summary>Where a mention is gone, its two spaces are one.</summary>
    private static void Append(StringBuilder read, string piece, bool isEscaped)
    {
        string words = isEscaped ? Unescape(piece) : piece;
        bool isAfterSpace = read.Length == 0 || char.IsWhiteSpace(read[^1]);
        read.Append(isAfterSpace ? words.TrimStart(' ') : words);
    }

    private static string Unescape(string text) => WebUtility.HtmlDecode(text).Replace(NoBreakSpace, ' ');
}
