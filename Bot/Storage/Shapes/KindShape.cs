using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AgaBot.Storage.Shapes;

/// <summary>
/// How one kind of a state that each feature derives is stored: as an object that begins with <c>kind</c>. Found at start by
/// <see cref="KindConverter{TState}"/>: a new kind adds a shape and no list.
/// </summary>
/// <typeparam name="TState">The state that all kinds derive from.</typeparam>
internal interface IKindShape<TState>
{
    /// <summary>The stored name, which never changes.</summary>
    string Kind { get; }

    Type Type { get; }

    void Write(Utf8JsonWriter writer, TState state);

    TState Read(ref Utf8JsonReader reader);
}

/// <typeparam name="TState">The state that all kinds derive from.</typeparam>
/// <typeparam name="TKind">The kind of state.</typeparam>
/// <typeparam name="TStored">Its shape, whose first property is <c>Kind</c>.</typeparam>
internal abstract class KindShape<TState, TKind, TStored>(string kind, JsonTypeInfo<TStored> json) : IKindShape<TState>
    where TState : class
    where TKind : TState
{
    public string Kind => kind;

    public Type Type => typeof(TKind);

    public void Write(Utf8JsonWriter writer, TState state) => JsonSerializer.Serialize(writer, Of((TKind)state), json);

    public TState Read(ref Utf8JsonReader reader) =>
        To(JsonSerializer.Deserialize(ref reader, json) ?? throw new JsonException("It is null."));

    protected abstract TStored Of(TKind state);

    protected abstract TKind To(TStored stored);
}
