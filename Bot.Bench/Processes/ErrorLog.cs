using System.Collections.Concurrent;

namespace AgaBot.Bench.Processes;

/// <summary>
/// Errors among the lines that a server writes to its console: "fail: Category[1005]" with its message and the first line of its exception.
/// A turn that breaks is answered like any other, so that nothing but this tells of it.
/// </summary>
internal sealed class ErrorLog
{
    /// <summary>The message, and what was thrown.</summary>
    private const int LinesOfOne = 2;

    private readonly ConcurrentQueue<string> errors = new();
    private string? heading;
    private List<string> lines = [];

    public IReadOnlyCollection<string> Errors => errors;

    /// <summary>Lines come in their order, one at a time.</summary>
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
