using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace AgaBot.Channels.Rendering;

/// <summary>Splits a long text into messages of a channel: between lines if possible, then between sentences, then between words.</summary>
internal static partial class MessageParts
{
    private static readonly int NumberLength = " (999/999)".Length;

    /// <summary>
    /// Returns the text if it fits; otherwise its parts in order, each with its number at the end, e.g. <c>(1/3)</c>.
    /// A line, such as an option, is split only if it is longer than a message.
    /// </summary>
    /// <param name="max">Maximum length of a part in UTF-16 units, including the part number.</param>
    public static ImmutableArray<string> Of(string text, int max)
    {
        if (text.Length <= max)
            return [text];

        int room = max - NumberLength;
        var parts = new List<string>();
        var part = new StringBuilder();
        foreach ((string joint, string piece) in Pieces(text, room))
        {
            if (part.Length + joint.Length + piece.Length > room)
            {
                Close(parts, part);
                part.Append(piece);
            }
            else
            {
                part.Append(part.Length == 0 ? "" : joint).Append(piece);
            }
        }
        Close(parts, part);
        return [.. parts.Select((words, i) => $"{words} ({i + 1}/{parts.Count})")];
    }

    private static void Close(List<string> parts, StringBuilder part)
    {
        string words = part.ToString().Trim();
        if (words.Length > 0)
            parts.Add(words);
        part.Clear();
    }

    /// <summary>The pieces that are not split, each with the separator before it.</summary>
    private static IEnumerable<(string Joint, string Piece)> Pieces(string text, int room)
    {
        foreach (string line in text.Split('\n'))
        {
            string joint = "\n";
            foreach (string sentence in line.Length <= room ? [line] : SentenceEnd().Split(line))
            {
                foreach (string word in sentence.Length <= room ? [sentence] : sentence.Split(' '))
                {
                    foreach (string piece in Chunks(word, room))
                    {
                        yield return (joint, piece);
                        joint = "";
                    }
                    joint = " ";
                }
            }
        }
    }

    private static IEnumerable<string> Chunks(string word, int room)
    {
        while (word.Length > room)
        {
            int end = char.IsHighSurrogate(word[room - 1]) ? room - 1 : room;
            yield return word[..end];
            word = word[end..];
        }
        yield return word;
    }

    [GeneratedRegex(@"(?<=[.?!;:]) ")]
    private static partial Regex SentenceEnd();
}
