using System.Text;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace AgaBot.Storage.Moving;

/// <summary>A line of an export, told apart by <c>kind</c>: the head, the rows in their order, the end.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Head), "agabot-export")]
[JsonDerivedType(typeof(Row), "row")]
[JsonDerivedType(typeof(End), "end")]
internal abstract record ExportLine
{
    private ExportLine() { }

    /// <param name="V">Grows when old programs cannot read the file.</param>
    internal sealed record Head(int V, DateTimeOffset At) : ExportLine
    {
        public const int Version = 1;
    }

    /// <param name="Partition">Encoded, as <paramref name="Key"/> is: a key may hold what no text can.</param>
    /// <param name="Value">Where the value is text.</param>
    /// <param name="Bytes">The value in base64, where it is not text.</param>
    /// <param name="Sum">Over this line and all before it.</param>
    internal sealed record Row(string Partition, string Key, string Sum, string? Value = null, byte[]? Bytes = null) : ExportLine
    {
        public static Row Of(in ScannedEntity row, string sum)
        {
            bool isText = Utf8.IsValid(row.Value.Span);
            return new Row(
                KeyEncoding.Encode(row.Partition),
                KeyEncoding.Encode(row.Row),
                sum,
                isText ? Encoding.UTF8.GetString(row.Value.Span) : null,
                isText ? null : row.Value.ToArray()
            );
        }

        public ScannedEntity ToEntity() =>
            new(KeyEncoding.Decode(Partition), KeyEncoding.Decode(Key), Bytes ?? Encoding.UTF8.GetBytes(Value ?? ""));
    }

    /// <param name="Sum">Over all rows, whole.</param>
    internal sealed record End(long Rows, string Sum) : ExportLine;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(ExportLine))]
internal sealed partial class ExportJson : JsonSerializerContext;
