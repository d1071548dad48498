namespace AgaBot.Cards;

/// <summary>A template that cannot be used: it stops the start.</summary>
public sealed class CardTemplateException(string file, int line, int column, string what, Exception? innerException = null)
    : Exception($"{file}({line},{column}): {what}", innerException)
{
    public string File { get; } = file;

    /// <summary>From 1, as <see cref="Column"/>, which counts bytes.</summary>
    public int Line { get; } = line;

    public int Column { get; } = column;
}
