using System.Globalization;
using System.Text;

namespace AgaBot.Forms.Normalization;

/// <summary>Words as a person wrote them, made fit to be kept without changing what anybody can see.</summary>
internal static class UserText
{
    /// <summary>
    /// Trims, makes every line break a <c>\n</c>, removes control characters and halves of characters,
    /// which no store and no document takes, and what Word alone put there, and closes what turns the direction of reading.
    /// </summary>
    public static string Clean(string text)
    {
        string words = WordPasteCleanup.Clean(text);
        return BidiControls.Close((IsClean(words) ? words : CleanEach(words)).Trim());
    }

    private static bool IsClean(string words)
    {
        foreach (char character in words)
        {
            if (char.IsSurrogate(character))
                return false;
            var rune = new Rune(character);
            if (character != '\n' && (IsLineBreak(rune) || !IsKept(rune)))
                return false;
        }
        return true;
    }

    private static string CleanEach(string words)
    {
        var clean = new StringBuilder(words.Length);
        bool afterReturn = false;
        foreach (Rune rune in words.EnumerateRunes())
        {
            // A line feed after a carriage return is the same line break.
            bool secondHalf = afterReturn && rune.Value == '\n';
            afterReturn = rune.Value == '\r';
            if (secondHalf)
                continue;
            if (IsLineBreak(rune))
                clean.Append('\n');
            else if (IsKept(rune))
                clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    /// <summary>True where there is nothing to see: white space, direction marks and joiners alone.</summary>
    public static bool IsBlank(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                return false;
        }
        return true;
    }

    public static string OnOneLine(string text) =>
        string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>A line without the bullet that it starts with. A hyphen or star is one only before a space: "-5" is not.</summary>
    public static string WithoutBullet(string line)
    {
        string trimmed = line.Trim();
        if (trimmed.Length == 0)
            return trimmed;
        bool bullet = trimmed[0] switch
        {
            '·' or '•' or '▪' or '◦' or '‣' or '●' or '○' or '■' => true,
            '-' or '*' or '–' or '—' => trimmed.Length == 1 || char.IsWhiteSpace(trimmed[1]),
            _ => false,
        };
        return bullet ? trimmed[1..].TrimStart() : trimmed;
    }

    /// <summary>Lines without the numbers of a list: only where every one of several has its own, "1." or "1)", in order.</summary>
    public static string[] WithoutNumbers(string[] lines)
    {
        if (lines.Length < 2)
            return lines;
        var without = new string[lines.Length];
        for (int index = 0; index < lines.Length; index++)
        {
            string number = (index + 1).ToString(CultureInfo.InvariantCulture);
            string line = lines[index];
            if (
                !line.StartsWith(number, StringComparison.Ordinal)
                || line.Length < number.Length + 2
                || line[number.Length] is not ('.' or ')')
                || !char.IsWhiteSpace(line[number.Length + 1])
            )
                return lines;
            without[index] = line[(number.Length + 1)..].TrimStart();
        }
        return without;
    }

    private static bool IsKept(Rune rune) => rune.Value is '\n' or '\t' or (>= ' ' and not 0x7F);

    /// <summary>Word and Excel paste a vertical tab for a line break within a cell.</summary>
    private static bool IsLineBreak(Rune rune) => rune.Value is '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029;
}
