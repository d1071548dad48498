using System.Collections.Immutable;

namespace AgaBot.Dialogs.Commands;

/// <summary>
/// Words around what is said that take nothing from it: "por favor". Each kind of thing said has its own: "gracias" is one after a question,
/// and an answer of its own after a command.
/// </summary>
internal sealed class Courtesies(IEnumerable<string> before, IEnumerable<string> after)
{
    private readonly ImmutableArray<string> before = [.. before.Select(static courtesy => courtesy + " ")];
    private readonly ImmutableArray<string> after = [.. after.Select(static courtesy => " " + courtesy)];

    /// <summary>The words without those before and after them; what is nothing else stays.</summary>
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
