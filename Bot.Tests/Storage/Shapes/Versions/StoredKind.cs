using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AgaBot.Json;
using AgaBot.Storage;
using AgaBot.Storage.Shapes;

namespace AgaBot.Tests.Storage.Shapes.Versions;

/// <summary>The kind of a row: its shape, and how this version reads and writes it.</summary>
/// <param name="ReadAndWrite">Reads a row into the domain type, and writes the domain type.</param>
internal sealed record StoredKind(JsonTypeInfo Type, Func<Entity, byte[]> ReadAndWrite)
{
    private static StoredJson Json => StoredRow.Json;

    /// <summary>Null for rows that no version reads any more.</summary>
    public static StoredKind? Of(string partition, string row) =>
        (partition.Split(':')[0], row.Split(':')) switch
        {
            ("who", ["person"]) => Kind(Json.StoredPerson, row => StoredPerson.Of(row.ToPerson())),
            ("who", ["talk", _]) => Kind(Json.StoredConversation, row => StoredConversation.Of(row.ToConversation())),
            ("plan", ["f", _]) => Kind(Json.StoredProposal, row => StoredProposal.Of(row.ToProposal())),
            ("plan", ["d", _]) => Kind(Json.StoredDraftEntry),
            ("plan", ["o", ..]) => Kind(Json.StoredAuthorEntry),
            ("plan", ["m", _]) => Kind(Json.StoredMember),
            ("plan", ["g", ..]) => Kind(Json.StoredRoleGrant),
            ("plan", ["gi", var hash]) => Kind(Json.StoredInvitation, row => StoredInvitation.Of(row.ToInvitation(hash))),
            ("plan", ["n", _]) => Kind(Json.StoredPlanCounter, row => StoredPlanCounter.Of(row.ToCounts())),
            ("plan", ["q", _]) => Kind(Json.StoredConsultation, row => StoredConsultation.Of(row.ToConsultation())),
            ("plan", ["qn"]) => Kind(Json.StoredLastNumber),
            ("plan", ["e", _]) => Kind(Json.StoredErasure),
            ("plan" or "resp", ["e", _, _]) => Kind(Json.StoredAuditEntry),
            ("plan" or "resp", ["h", _]) => Kind(Json.StoredAuditHead),
            ("plan" or "resp", ["p", _]) => Kind(Json.StoredAlias),
            ("plan" or "resp", ["u", ..]) => null,
            ("plan", ["t", _]) => Kind(Json.StoredMesa, row => StoredMesa.Of(row.ToMesa(), row.Revision)),
            ("plan", ["w"]) => Kind(Json.StoredWorkshop),
            ("plan", ["tc", _]) => Kind(Json.StoredMesaCode),
            ("plan", ["ts", ..]) => Kind(Json.StoredSeat),
            ("plan", ["s", ..]) => Kind(Json.StoredSupport),
            ("plan", ["lm", ..]) => Kind(Json.StoredLinkMemory, row => StoredLinkMemory.Of(row.ToMemory(), row.FromMember, row.ToMember)),
            ("plan", ["li", ..]) => Kind(Json.StoredLinkItem),
            ("plan", ["sn", ..]) => Kind(Json.StoredSupportCount),
            ("resp", ["a", _]) => Kind(Json.StoredResponse, row => row with { Answer = StoredAnswer.Of(row.Answer.ToAnswer()) }),
            ("resp", ["n"]) => Kind(Json.StoredResponseCounter, row => StoredResponseCounter.Of(row.ToTally())),
            ("links", [var hash]) => Kind(Json.StoredLinkOffer, row => StoredLinkOffer.Of(row.ToOffer(hash))),
            ("queue", _) => new(
                Json.StoredWork,
                entity =>
                    ReadableJson.Write(
                        StoredWork.Of(JsonSerializer.Deserialize(entity.Value.Span, Json.StoredWork)!.ToItem()),
                        Json.StoredWork
                    )
            ),
            ("unsent", _) => Kind(Json.StoredUnsent, row => StoredUnsent.Of(row.ToNote(""))),
            ("runs", _) => Kind(Json.StoredRun),
            ("rounds", _) => Kind(Json.StoredJobLease),
            ("import", ["mark"]) => Kind(Json.StoredImport),
            _ => throw new InvalidOperationException($"No shape is known for row {row} of {partition}: say here which it is."),
        };

    private static StoredKind Kind<T>(JsonTypeInfo<T> type)
        where T : IStoredRow => Kind(type, static row => row);

    private static StoredKind Kind<T>(JsonTypeInfo<T> type, Func<T, T> through)
        where T : IStoredRow => new(type, entity => StoredRow.Write(through(StoredRow.Read(entity, type)), type));
}
