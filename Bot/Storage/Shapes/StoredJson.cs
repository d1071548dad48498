using System.Text.Json.Serialization;

namespace AgaBot.Storage.Shapes;

/// <summary>The JSON context of the rows. Only <see cref="StoredRow"/> uses it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(StoredPerson))]
[JsonSerializable(typeof(StoredConversation))]
[JsonSerializable(typeof(StoredProposal))]
[JsonSerializable(typeof(StoredDraftEntry))]
[JsonSerializable(typeof(StoredAuthorEntry))]
[JsonSerializable(typeof(StoredMember))]
[JsonSerializable(typeof(StoredSupport))]
[JsonSerializable(typeof(StoredSupportCount))]
[JsonSerializable(typeof(StoredRoleGrant))]
[JsonSerializable(typeof(StoredErasure))]
[JsonSerializable(typeof(StoredPlanCounter))]
[JsonSerializable(typeof(StoredMesa))]
[JsonSerializable(typeof(StoredMesaCode))]
[JsonSerializable(typeof(StoredSeat))]
[JsonSerializable(typeof(StoredConsultation))]
[JsonSerializable(typeof(StoredLastNumber))]
[JsonSerializable(typeof(StoredResponse))]
[JsonSerializable(typeof(StoredResponseCounter))]
[JsonSerializable(typeof(StoredInvitation))]
[JsonSerializable(typeof(StoredWorkshop))]
[JsonSerializable(typeof(StoredLinkOffer))]
[JsonSerializable(typeof(StoredLinkMemory))]
[JsonSerializable(typeof(StoredLinkItem))]
[JsonSerializable(typeof(StoredAuditEntry))]
[JsonSerializable(typeof(StoredAuditHead))]
[JsonSerializable(typeof(StoredAlias))]
[JsonSerializable(typeof(StoredImport))]
[JsonSerializable(typeof(StoredWork))]
[JsonSerializable(typeof(StoredUnsent))]
[JsonSerializable(typeof(StoredRun))]
[JsonSerializable(typeof(StoredJobLease))]
internal sealed partial class StoredJson : JsonSerializerContext;
