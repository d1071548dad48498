using AgaBot.Plans;

namespace AgaBot.Storage.Records;

/// <summary>What a change leaves in the audit log.</summary>
/// <param name="What">Stored: never rename.</param>
/// <param name="Subject">The id of what was changed; null where that is a <see cref="Person"/>.</param>
/// <param name="Revision">The changed row's.</param>
internal sealed record Audit(string What, string? Subject, ParticipantId Who, int Revision)
{
    public ParticipantId? Person { get; private init; }

    public static Audit OfPerson(string what, ParticipantId person, ParticipantId who, int revision) =>
        new(what, Subject: null, who, revision) { Person = person };
}
