using AgaBot.Plans;

namespace AgaBot.Storage.Auditing;

/// <summary>The entry of a change in the audit log.</summary>
/// <param name="What">Stored: never rename.</param>
/// <param name="Subject">The id of the changed thing; null where a <see cref="Person"/> was changed.</param>
/// <param name="Revision">The revision of the changed row.</param>
internal sealed record Audit(string What, string? Subject, ParticipantId Who, int Revision)
{
    public ParticipantId? Person { get; private init; }

    public static Audit OfPerson(string what, ParticipantId person, ParticipantId who, int revision) =>
        new(what, Subject: null, who, revision) { Person = person };
}
