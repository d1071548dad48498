using AgaBot.Plans;

namespace AgaBot.Bench.Faults;

/// <summary>What one person was promised: each answer from the moment that the channel had its 2xx.</summary>
internal sealed class Promises
{
    private readonly List<Filled> submitted = [];

    public IReadOnlyList<Filled> Submitted => submitted;

    /// <summary>What the person has begun and not sent yet; null where there is nothing with an answer.</summary>
    public Filled? Draft { get; private set; }

    /// <summary>By the consultation's number.</summary>
    public SortedDictionary<int, string> Responses { get; } = [];

    /// <summary>Whether the profile was completed, so that the person is counted.</summary>
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
    /// <summary>By question id: the words, or the id of the option.</summary>
    public SortedDictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

    public override string ToString() => Written.Line(Kind, Answers);
}
