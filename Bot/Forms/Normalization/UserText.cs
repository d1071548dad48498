using System.Globalization;
using System.Text;
using AgaBot.Forms.Budgets;

namespace AgaBot.Forms.Normalization;

/// <summary>Normalises text that a person typed or pasted, without visible changes.</summary>
internal static class UserText
{
    /// <summary>UTF-16 code units that are copied in the time of one step.</summary>
    private const int CopiedInAStep = 16;

    /// <summary>
    /// Trims, makes every line break a <c>\n</c>, removes control characters, lone surrogates (no store or document accepts them) and
    /// artefacts of Word, and closes directional characters.
    /// </summary>
    public static string Clean(string text)
    {
        ReadingBudget.Spend(2 * text.Length);
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
        Span<char> units = stackalloc char[2];
        bool afterReturn = false;
        foreach (Rune rune in words.EnumerateRunes())
        {
            // A line feed after a carriage return belongs to the same line break.
            bool secondHalf = afterReturn && rune.Value == '\n';
            afterReturn = rune.Value == '\r';
            if (secondHalf)
                continue;
            if (IsLineBreak(rune))
                clean.Append('\n');
            else if (IsKept(rune))
                clean.Append(units[..rune.EncodeToUtf16(units)]);
        }
        return clean.ToString();
    }

    /// <summary>True if the text has no visible character: only white space, direction marks and joiners.</summary>
    public static bool IsBlank(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            ReadingBudget.Spend(1);
            if (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                return false;
        }
        return true;
    }

    public static string OnOneLine(string text) =>
        string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Removes the leading bullet of a line. A hyphen or star is a bullet only before a space: "-5" has none.</summary>
    public static string WithoutBullet(string line)
    {
        ReadingBudget.Spend(1 + (line.Length / CopiedInAStep));
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

    /// <summary>Removes list numbers, "1." or "1)", if there are at least two lines and every line has its number in order.</summary>
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

    /// <summary>Includes the vertical tab that Word and Excel paste for a line break inside a cell.</summary>
    private static bool IsLineBreak(Rune rune) => rune.Value is '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029;
}
