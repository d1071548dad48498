using AgaBot.Consultations;
using AgaBot.Plans;

namespace AgaBot.Storage.Shapes;

/// <summary>Row <c>q:…</c> of a plan's partition; also inside a conversation that is answering it.</summary>
internal sealed record StoredConsultation(
    int V,
    string Id,
    int Number,
    string Question,
    string[] Options,
    string OpenedBy,
    DateTimeOffset OpenedAt
) : IStoredRow
{
    public static StoredConsultation Of(Consultation consultation) =>
        new(
            StoredRow.Version,
            consultation.Id.Value,
            consultation.Number,
            consultation.Prompt,
            [.. consultation.Options],
            consultation.OpenedBy.Value,
            consultation.OpenedAt
        );

    public Consultation ToConsultation() =>
        new(new ConsultationId(Id), Number, Question, [.. Options], new ParticipantId(OpenedBy), OpenedAt);
}

/// <summary>Row <c>qn</c> of a plan's partition: the last number given to a consultation.</summary>
internal sealed record StoredLastNumber(int V, int Last) : IStoredRow;

/// <summary>Row <c>a:…</c> of a consultation's shard: the response of one participant.</summary>
/// <param name="Revision">Increases with every change, so that each change has its own row in the audit log.</param>
internal sealed record StoredResponse(int V, string Participant, StoredAnswer Answer, DateTimeOffset At, int Revision) : IStoredRow;

/// <summary>Row <c>n</c> of a consultation's shard.</summary>
/// <param name="ByOption">By the option's place, from 0; empty for an open question.</param>
internal sealed record StoredResponseCounter(int V, int Responses, int[] ByOption) : IStoredRow
{
    public static StoredResponseCounter Of(Tally tally) => new(StoredRow.Version, tally.Responses, [.. tally.ByOption]);

    public Tally ToTally() => new(Responses, [.. ByOption]);
}
