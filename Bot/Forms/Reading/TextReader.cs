namespace AgaBot.Forms;

/// <summary>Takes text as it was written: bullets, emoji and direction marks are the person's own.</summary>
internal static class TextReader
{
    public static Reading Read(Question.Text question, string words)
    {
        string text = question.Multiline ? words : WrittenText.OnOneLine(words);
        return text.Length > question.MaxLength
            ? new Reading.Unclear(new Problem.TooLong(text.Length, question.MaxLength))
            : new Reading.Understood(new Answer.Text(text));
    }
}
