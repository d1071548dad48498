using AgaBot.Forms.Normalization;

namespace AgaBot.Forms.Reading;

/// <summary>Takes text as written, with its bullets, emoji and direction marks.</summary>
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

    /// <summary>"Me llamo: Rosa Quispe" without the lead-in. A lead-in alone is the answer.</summary>
    private static string WithoutLeadIn(Question.Text question, string text)
    {
        foreach (string leadIn in question.LeadIns)
        {
            if (End(leadIn, text) is var end and > 0 && text[end..].TrimStart(AfterLeadIn) is { Length: > 0 } rest)
                return rest;
        }
        return text;
    }

    /// <summary>Index after the lead-in at the start of a text; 0 if the text does not start with it.</summary>
    private static int End(string leadIn, string text)
    {
        int end = 0;
        for (int words = leadIn.AsSpan().Count(' ') + 1; words > 0 && end >= 0; words--)
            end = text.IndexOf(' ', end + 1);
        return end > 0 && Folding.ToWords(text[..end]) == leadIn ? end : 0;
    }
}
