using AgaBot.Bench.Architecture;

namespace AgaBot.Tests.Architecture;

/// <summary>Which namespace of the product imports which.</summary>
internal sealed class Namespaces
{
    private const string Product = "AgaBot";

    private readonly ILookup<string, string> imports;

    public Namespaces(IEnumerable<TypeReference> references) =>
        imports = references
            .Where(reference => reference.From.IsIn(Product) && reference.To.IsIn(Product))
            .Select(reference => (From: reference.From.Namespace, To: reference.To.Namespace))
            .Where(import => import.From != import.To)
            .Distinct()
            .ToLookup(import => import.From, import => import.To);

    /// <summary>Namespaces that import themselves through others, each circle with its members in order.</summary>
    public IEnumerable<string> Circles()
    {
        Dictionary<string, HashSet<string>> reached = imports.ToDictionary(import => import.Key, import => ReachedFrom(import.Key));
        return reached
            .Where(entry => entry.Value.Contains(entry.Key))
            .Select(entry =>
                string.Join(
                    ", ",
                    entry
                        .Value.Where(other => reached.TryGetValue(other, out HashSet<string>? back) && back.Contains(entry.Key))
                        .Order(StringComparer.Ordinal)
                )
            )
            .Distinct()
            .Order(StringComparer.Ordinal);

        HashSet<string> ReachedFrom(string start)
        {
            HashSet<string> found = [];
            Stack<string> next = new([start]);
            while (next.TryPop(out string? at))
            {
                foreach (string import in imports[at].Where(found.Add))
                    next.Push(import);
            }
            return found;
        }
    }

    /// <summary>Imports of a feature of the dialogs from another room of them, feature or not.</summary>
    /// <param name="shared">Names of the rooms of the dialogs that are no feature.</param>
    public IEnumerable<string> ImportsOfFeatures(IReadOnlyCollection<string> shared)
    {
        return imports
            .SelectMany(import => import.Select(to => (From: RoomOf(import.Key), To: RoomOf(to))))
            .Where(import => import.From is not null && import.To is not null && import.From != import.To && !shared.Contains(import.To))
            .Select(import => $"{import.From} -> {import.To}")
            .Distinct()
            .Order(StringComparer.Ordinal);

        static string? RoomOf(string name) => name.Split('.') is [Product, "Dialogs", var room, ..] ? room : null;
    }
}
