using System.Collections.Concurrent;

namespace AgaBot.Bench.Processes;

/// <summary>
/// Collects the errors that a server writes to its console: "fail: Category[1005]", the message, and the first line of the exception. A
/// turn
/// that breaks is answered like any other, so only the log tells of it.
/// </summary>
internal sealed class ErrorLog
{
    /// <summary>The message and the exception of each error.</summary>
    private const int LinesOfOne = 2;

    private readonly ConcurrentQueue<string> errors = new();
    private string? heading;
    private List<string> lines = [];

    public IReadOnlyCollection<string> Errors => errors;

    /// <summary>Reads the next line. Callers pass the lines in order, one at a time.</summary>
    public void Take(string? line)
    {
        if (heading is not null && line is { Length: > 0 } && char.IsWhiteSpace(line[0]) && lines.Count < LinesOfOne)
            lines.Add(line.Trim());
        if (heading is not null && (lines.Count == LinesOfOne || line is null || !char.IsWhiteSpace(line.FirstOrDefault(' '))))
        {
            errors.Enqueue(string.Join(" | ", lines.Prepend(heading)));
            (heading, lines) = (null, []);
        }
        if (
            line is not null
            && (line.StartsWith("fail: ", StringComparison.Ordinal) || line.StartsWith("crit: ", StringComparison.Ordinal))
        )
            heading = line;
    }
}
