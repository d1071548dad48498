using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgaBot.Storage.Shapes;

/// <summary>Reads and writes a state by the <see cref="IKindShape{TState}"/> of its kind.</summary>
internal sealed class KindConverter<TState> : JsonConverter<TState>
    where TState : class
{
    private static readonly IKindShape<TState>[] Shapes =
    [
        .. typeof(KindConverter<>)
            .Assembly.GetTypes()
            .Where(static type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IKindShape<TState>)))
            .Select(static type => (IKindShape<TState>)Activator.CreateInstance(type)!),
    ];

    private static readonly FrozenDictionary<string, IKindShape<TState>> ByKind = Shapes.ToFrozenDictionary(static shape => shape.Kind);

    private static readonly FrozenDictionary<Type, IKindShape<TState>> ByType = Shapes.ToFrozenDictionary(static shape => shape.Type);

    public override TState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // A copy of the reader looks ahead, so that the shape reads the whole object.
        Utf8JsonReader ahead = reader;
        return
            ahead.TokenType == JsonTokenType.StartObject
            && ahead.Read()
            && ahead.TokenType == JsonTokenType.PropertyName
            && ahead.ValueTextEquals("kind"u8)
            && ahead.Read()
            && ahead.TokenType == JsonTokenType.String
            && ByKind.TryGetValue(ahead.GetString()!, out IKindShape<TState>? shape)
            ? shape.Read(ref reader)
            : throw new JsonException($"It is no known kind of {typeof(TState).Name}.");
    }

    public override void Write(Utf8JsonWriter writer, TState value, JsonSerializerOptions options) =>
        ByType[value.GetType()].Write(writer, value);
}
