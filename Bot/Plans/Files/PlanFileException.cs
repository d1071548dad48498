using System.Globalization;

namespace AgaBot.Plans.Files;

/// <summary>A plan file is invalid: the line and the reason.</summary>
/// <param name="line">From 1.</param>
public sealed class PlanFileException(string file, int line, string fault, Exception? innerException = null)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{file}({line}): {fault}"), innerException)
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public string Fault { get; } = fault;
}
