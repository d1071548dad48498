using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using AgaBot.Forms.Walking;

namespace AgaBot.Storage.Shapes;

/// <summary>The stored shape of a <see cref="FormSession"/>.</summary>
/// <param name="Former">Missing where all answers fit the form.</param>
/// <param name="Unfinished">Missing where no text is unfinished.</param>
internal sealed record StoredSession(
    string Id,
    string Form,
    int FormVersion,
    int Revision,
    StoredPlace At,
    Dictionary<string, StoredAnswer> Answers,
    string[] Skipped,
    Dictionary<string, StoredAnswer>? Former = null,
    string[]? Unfinished = null
)
{
    public static StoredSession Of(FormSession session) =>
        new(
            session.Id,
            session.FormId,
            session.FormVersion,
            session.Revision,
            StoredPlace.Of(session.At),
            StoredAnswers.Of(session.Answers),
            [.. session.Skipped],
            session.Former.IsEmpty ? null : StoredAnswers.Of(session.Former),
            session.Unfinished.IsEmpty ? null : [.. session.Unfinished]
        );

    public FormSession ToSession() =>
        new(
            Id,
            Form,
            FormVersion,
            Revision,
            At.ToPlace(),
            StoredAnswers.Read(Answers),
            ImmutableSortedSet.Create(StringComparer.Ordinal, Skipped)
        )
        {
            Former = StoredAnswers.Read(Former ?? []),
            Unfinished = ImmutableSortedSet.Create(StringComparer.Ordinal, Unfinished ?? []),
        };
}

/// <summary>The stored shape of a <see cref="FormPosition"/>. Property <c>kind</c> distinguishes the cases.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Asking), "asking")]
[JsonDerivedType(typeof(Review), "review")]
[JsonDerivedType(typeof(Confirming), "confirming")]
[JsonDerivedType(typeof(Ended), "ended")]
internal abstract record StoredPlace
{
    private StoredPlace() { }

    public static StoredPlace Of(FormPosition place) =>
        place switch
        {
            FormPosition.Asking asking => new Asking(
                asking.QuestionId,
                asking.AskedAgain,
                asking.ThenReview,
                asking.Row is { } row ? new StoredRowAtHand(row.Number, row.Alone) : null,
                asking.From,
                asking.Earlier
            ),
            FormPosition.Review => new Review(),
            FormPosition.Confirming confirming => new Confirming(confirming.What, Of(confirming.From)),
            FormPosition.Ended ended => new Ended(ended.Submitted),
            _ => throw new UnreachableException($"No shape for {place.GetType()}."),
        };

    public abstract FormPosition ToPlace();

    /// <param name="Row">Missing where no row of a table is being changed.</param>
    /// <param name="From">Missing where the next question follows in order, or the review does.</param>
    /// <param name="Earlier">Missing where no answer waits for its rest.</param>
    internal sealed record Asking(
        string Question,
        bool AskedAgain,
        bool ThenReview,
        StoredRowAtHand? Row = null,
        string? From = null,
        string? Earlier = null
    ) : StoredPlace
    {
        public override FormPosition ToPlace() =>
            new FormPosition.Asking(
                Question,
                AskedAgain,
                ThenReview,
                Row is null ? null : new RowAtHand(Row.Number, Row.Alone),
                From,
                Earlier
            );
    }

    internal sealed record Review : StoredPlace
    {
        public override FormPosition ToPlace() => new FormPosition.Review();
    }

    internal sealed record Confirming(Confirmable What, StoredPlace From) : StoredPlace
    {
        public override FormPosition ToPlace() => new FormPosition.Confirming(What, From.ToPlace());
    }

    internal sealed record Ended(bool Submitted) : StoredPlace
    {
        public override FormPosition ToPlace() => new FormPosition.Ended(Submitted);
    }
}

internal sealed record StoredRowAtHand(int Number, bool Alone);
