namespace AgaBot.Cards.Templates;

/// <summary>An invalid template. The exception stops the start.</summary>
public sealed class CardTemplateException(string file, int line, int column, string what, Exception? innerException = null)
    : Exception($"{file}({line},{column}): {what}", innerException)
{
    public string File { get; } = file;

    /// <summary>The line number, from 1. <see cref="Column"/> also counts from 1, in bytes.</summary>
    public int Line { get; } = line;

    public int Column { get; } = column;
}
