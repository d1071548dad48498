using AgaBot.Forms.Normalization;

namespace AgaBot.Forms.Reading;

/// <summary>Takes text as it was written: bullets, emoji and direction marks are the person's own.</summary>
internal static class TextReader
{
    private static readonly char[] AfterLeadIn = [' ', ',', ':', '.'];

    public static ParseResult Read(Question.Text question, string words)
    {
        string text = WithoutLeadIn(question, question.Multiline ? words : UserText.OnOneLine(words));
        return text.Length > question.MaxLength
            ? new ParseResult.Unclear(new Problem.TooLong(text.Length, question.MaxLength))
            : new ParseResult.Understood(new Answer.Text(text));
    }

    /// <summary>Of "Me llamo: Rosa Quispe" the name; what is nothing but a lead-in is the answer.</summary>
    private static string WithoutLeadIn(Question.Text question, string text)
    {
        foreach (string leadIn in question.LeadIns)
        {
            if (End(leadIn, text) is var end and > 0 && text[end..].TrimStart(AfterLeadIn) is { Length: > 0 } rest)
                return rest;
        }
        return text;
    }

    /// <summary>Where the words of a lead-in end in a text that begins with them; 0 where it does not.</summary>
    private static int End(string leadIn, string text)
    {
        int end = 0;
        for (int words = leadIn.AsSpan().Count(' ') + 1; words > 0 && end >= 0; words--)
            end = text.IndexOf(' ', end + 1);
        return end > 0 && Folding.ToWords(text[..end]) == leadIn ? end : 0;
    }
}
