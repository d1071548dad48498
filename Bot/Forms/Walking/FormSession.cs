using System.Collections.Immutable;

namespace AgaBot.Forms.Walking;

/// <summary>
/// The state of a person in a form: a small value that can be stored and resumed. Only <see cref="FormWalk"/> creates new ones.
/// </summary>
/// <param name="FormVersion">The version of the form that the session was last used with.</param>
/// <param name="Id">Opaque id of this session. Its cards carry the id, so that a submit finds the session.</param>
/// <param name="Revision">Grows with every change. A card with an earlier revision is stale.</param>
/// <param name="Answers">By question id. Going back or editing never removes an answer; only a new answer replaces it.</param>
/// <param name="Skipped">Ids of questions skipped without an answer.</param>
public sealed record FormSession(
    string Id,
    string FormId,
    int FormVersion,
    int Revision,
    FormPosition At,
    ImmutableSortedDictionary<string, Answer> Answers,
    ImmutableSortedSet<string> Skipped
)
{
    public static FormSession Start(string id, Form form) =>
        new(
            id,
            form.Id,
            form.Version,
            0,
            new FormPosition.Asking(form.Questions[0].Id),
            ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal),
            ImmutableSortedSet.Create<string>(StringComparer.Ordinal)
        );

    /// <summary>By question id: answers to an earlier version of the form that no longer fit. They are shown and never submitted.</summary>
    public ImmutableSortedDictionary<string, Answer> Former { get; init; } =
        ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal);

    /// <summary>Ids of text questions whose answer may continue: the next text is appended.</summary>
    public ImmutableSortedSet<string> Unfinished { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>True if nothing was answered yet, so that leaving the form loses nothing.</summary>
    public bool IsEmpty => Answers.Count == 0 && Former.Count == 0;

    /// <summary>Value equality, answers included.</summary>
    public bool Equals(FormSession? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && (Id, FormId, FormVersion, Revision) == (other.Id, other.FormId, other.FormVersion, other.Revision)
            && At == other.At
            && Answers.SequenceEqual(other.Answers)
            && Former.SequenceEqual(other.Former)
            && Skipped.SequenceEqual(other.Skipped)
            && Unfinished.SequenceEqual(other.Unfinished)
        );

    public override int GetHashCode() => HashCode.Combine(Id, Revision, At, Answers.Count);

    public T? Answer<T>(string questionId)
        where T : Answer => Answers.GetValueOrDefault(questionId) as T;
}
