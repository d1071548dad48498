using System.Collections.Immutable;

namespace AgaBot.Forms.Walking;

/// <summary>
/// Where a person stands in a form: a small value that can be stored and taken up again.
/// Only <see cref="FormWalk"/> makes new ones.
/// </summary>
/// <param name="FormId">The form's id, and <paramref name="FormVersion"/> the version it was last walked with.</param>
/// <param name="Id">Opaque id of this session, echoed by its cards so that a submit finds it.</param>
/// <param name="Revision">Grows with every step that changed something; a card of an earlier revision is old.</param>
/// <param name="At">Where the walk stands.</param>
/// <param name="Answers">By question id. Going back or editing never removes one: only a new answer replaces it.</param>
/// <param name="Skipped">Ids of questions passed over without an answer.</param>
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

    /// <summary>By question id: answers to an earlier version of the form that fit no longer. They are shown, and never sent.</summary>
    public ImmutableSortedDictionary<string, Answer> Former { get; init; } =
        ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal);

    /// <summary>Ids of the text questions whose answer is still being said: what is typed next is added to it.</summary>
    public ImmutableSortedSet<string> Unfinished { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>True where nothing was answered yet, so that nothing is lost by leaving it.</summary>
    public bool IsEmpty => Answers.Count == 0 && Former.Count == 0;

    /// <summary>Equal by value, answers included: two sessions are the same where nobody could tell them apart.</summary>
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
