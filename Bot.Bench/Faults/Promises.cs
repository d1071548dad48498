using AgaBot.Plans;

namespace AgaBot.Bench.Faults;

/// <summary>What the bot has promised to one person: everything that it answered with 2xx.</summary>
internal sealed class Promises
{
    private readonly List<Filled> submitted = [];

    public IReadOnlyList<Filled> Submitted => submitted;

    /// <summary>The proposal that the person has begun and not submitted; null where there is none.</summary>
    public Filled? Draft { get; private set; }

    /// <summary>Responses by the consultation's number.</summary>
    public SortedDictionary<int, string> Responses { get; } = [];

    /// <summary>Whether the profile is complete, so that the person counts as a participant.</summary>
    public bool IsRegistered { get; set; }

    public int Acknowledged { get; set; }

    public void Begin(ProposalKind kind) => Draft = new Filled(kind);

    public void Answer(string question, string words) => Draft!.Answers[question] = words;

    public void Submit()
    {
        submitted.Add(Draft!);
        Draft = null;
    }
}

/// <summary>A proposal as its author filled it.</summary>
internal sealed record Filled(ProposalKind Kind)
{
    /// <summary>Answers by question id: the text, or the option's id.</summary>
    public SortedDictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

    public override string ToString() => ComparableText.Line(Kind, Answers);
}
