using System.Text.Json.Serialization;

namespace AgaBot.Storage.Shapes.Forms;

/// <summary>The JSON of open forms and pending requests. A new shape adds a line.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(StoredAboutMe))]
[JsonSerializable(typeof(StoredClaimSeatRequest))]
[JsonSerializable(typeof(StoredCorrection))]
[JsonSerializable(typeof(StoredCountingMesa))]
[JsonSerializable(typeof(StoredErasingForm))]
[JsonSerializable(typeof(StoredOpenMesaRequest))]
[JsonSerializable(typeof(StoredOpening))]
[JsonSerializable(typeof(StoredProposeRequest))]
[JsonSerializable(typeof(StoredSendRequest))]
[JsonSerializable(typeof(StoredIntroduceRequest))]
[JsonSerializable(typeof(StoredProposing))]
[JsonSerializable(typeof(StoredReadFileRequest))]
[JsonSerializable(typeof(StoredRespondRequest))]
[JsonSerializable(typeof(StoredResponding))]
[JsonSerializable(typeof(StoredSupportRequest))]
[JsonSerializable(typeof(StoredTakeDownRequest))]
internal sealed partial class StoredFormsJson : JsonSerializerContext;
