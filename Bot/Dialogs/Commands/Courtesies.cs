using System.Collections.Immutable;

namespace AgaBot.Dialogs.Commands;

/// <summary>
/// Words around a text that do not change its meaning: "por favor". Questions and commands have different courtesies: "gracias" is one
/// after a question, but an answer after a command.
/// </summary>
internal sealed class Courtesies(IEnumerable<string> before, IEnumerable<string> after)
{
    private readonly ImmutableArray<string> before = [.. before.Select(static courtesy => courtesy + " ")];
    private readonly ImmutableArray<string> after = [.. after.Select(static courtesy => " " + courtesy)];

    /// <summary>The words without courtesies before and after them; a text of courtesies alone stays as it is.</summary>
    public string Without(string folded)
    {
        string bare = folded;
        while (before.FirstOrDefault(courtesy => bare.StartsWith(courtesy, StringComparison.Ordinal)) is { } first)
            bare = bare[first.Length..];
        while (after.FirstOrDefault(courtesy => bare.EndsWith(courtesy, StringComparison.Ordinal)) is { } last)
            bare = bare[..^last.Length];
        return bare;
    }
}
