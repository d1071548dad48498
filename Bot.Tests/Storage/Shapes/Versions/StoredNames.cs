using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AgaBot.Storage.Shapes;

namespace AgaBot.Tests.Storage.Shapes.Versions;

/// <summary>
/// The names in rows that later versions have to know: every field of every shape, every <c>kind</c>, and every value that is stored by
/// name.
/// </summary>
internal static class StoredNames
{
    /// <summary>All names that this version may write.</summary>
    public static SortedSet<string> All()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (
            CustomAttributeData row in typeof(StoredJson)
                .GetCustomAttributesData()
                .Where(data => data.AttributeType == typeof(JsonSerializableAttribute))
        )
            Add((Type)row.ConstructorArguments[0].Value!, names, []);
        return names;
    }

    /// <summary>The names in a row.</summary>
    public static void Add(JsonTypeInfo type, JsonElement value, ISet<string> names)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when type.PolymorphismOptions is { } kinds:
                string kind = value.GetProperty(kinds.TypeDiscriminatorPropertyName).GetString()!;
                JsonDerivedType derived = kinds.DerivedTypes.Single(one => Equals(one.TypeDiscriminator, kind));
                names.Add(Name(derived.DerivedType));
                AddFields(InfoOf(derived.DerivedType)!, value, names);
                break;
            case JsonTypeInfoKind.Object:
                AddFields(type, value, names);
                break;
            case JsonTypeInfoKind.Enumerable when InfoOf(type.ElementType!) is { } element:
                foreach (JsonElement item in value.EnumerateArray())
                    Add(element, item, names);
                break;
            case JsonTypeInfoKind.Dictionary when InfoOf(type.ElementType!) is { } element:
                foreach (JsonProperty item in value.EnumerateObject())
                    Add(element, item.Value, names);
                break;
            default:
                if (Plain(type.Type) is { IsEnum: true } kept)
                    names.Add($"{Name(kept)}.{value.GetString()}");
                break;
        }
    }

    private static void AddFields(JsonTypeInfo type, JsonElement value, ISet<string> names)
    {
        foreach (JsonPropertyInfo field in type.Properties)
        {
            if (!value.TryGetProperty(field.Name, out JsonElement found) || found.ValueKind == JsonValueKind.Null)
                continue;
            names.Add(Name(type.Type, field));
            if (field.CustomConverter is null && InfoOf(field.PropertyType) is { } inner)
                Add(inner, found, names);
        }
    }

    private static void Add(Type type, SortedSet<string> names, HashSet<Type> seen)
    {
        Type plain = Plain(type);
        if (!seen.Add(plain))
            return;
        if (plain.IsEnum)
            names.UnionWith(Enum.GetNames(plain).Select(name => $"{Name(plain)}.{name}"));
        if (InfoOf(plain) is not { } info)
            return;
        if (info.ElementType is { } element)
            Add(element, names, seen);
        if (info.PolymorphismOptions is { } kinds)
        {
            foreach (JsonDerivedType derived in kinds.DerivedTypes)
            {
                names.Add(Name(derived.DerivedType));
                Add(derived.DerivedType, names, seen);
            }
        }
        else if (info.Kind == JsonTypeInfoKind.Object)
        {
            foreach (JsonPropertyInfo field in info.Properties)
            {
                names.Add(Name(plain, field));
                if (field.CustomConverter is null)
                    Add(field.PropertyType, names, seen);
            }
        }
    }

    private static JsonTypeInfo? InfoOf(Type type) => StoredJson.Default.GetTypeInfo(type);

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static string Name(Type type, JsonPropertyInfo field) => $"{Name(type)}.{field.Name}";

    private static string Name(Type type) => type.DeclaringType is { } outer ? $"{outer.Name}.{type.Name}" : type.Name;
}
