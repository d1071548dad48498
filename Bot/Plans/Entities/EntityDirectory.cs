using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Forms.Normalization;

namespace AgaBot.Plans.Entities;

/// <summary>The entities of a country by name, ignoring case, accents and joining words.</summary>
/// <param name="read">Called once, at the latest when a name is first looked up.</param>
public sealed class EntityDirectory(Func<EntityNames> read) : IKnownNames
{
    private readonly Lazy<Index> index = new(() => Index.Of(read()));

    public static EntityDirectory Empty { get; } = new(static () => new EntityNames([], [], []));

    /// <summary>Reads the directory now, so that the first look-up does not wait for it.</summary>
    /// <exception cref="Files.PlanFileException">Its file has a fault.</exception>
    public void Read() => _ = index.Value;

    public bool IsName(string words) => index.Value.Names.ContainsKey(Key(words));

    public bool IsNameOrOfKind(string words) =>
        Key(words) is var key && (index.Value.Names.ContainsKey(key) || index.Value.Kinds.Any(kind => IsOf(kind, key)));

    /// <summary>The entity of an abbreviation or of a misspelt name; null if the name is correct or unknown.</summary>
    public Entity? Meant(string words)
    {
        string key = Key(words);
        if (index.Value.Abbreviations.TryGetValue(key, out Entity? abbreviated))
            return abbreviated;
        return IsNameOrOfKind(words) ? null : Misspelt(key.Split(' '));
    }

    /// <summary>
    /// The only entity whose name differs from these words by misspellings alone; null if there is none or more than one.
    /// </summary>
    private Entity? Misspelt(string[] words)
    {
        // A single word is near too many names.
        if (words.Length < 2)
            return null;
        Entity? meant = null;
        foreach ((string[] own, Entity entity) in index.Value.Words)
        {
            if (!AreNear(words, own))
                continue;
            if (meant is not null)
                return null;
            meant = entity;
        }
        return meant;
    }

    private static bool AreNear(string[] words, string[] own)
    {
        // Comparing lengths first excludes nearly all names.
        if (own.Length != words.Length)
            return false;
        for (int at = 0; at < own.Length; at++)
        {
            if (!Misspelling.MayBeNear(words[at], own[at]))
                return false;
        }
        for (int at = 0; at < own.Length; at++)
        {
            if (own[at] != words[at] && !Misspelling.IsNear(words[at], own[at]))
                return false;
        }
        return true;
    }

    private string Key(string words) => KeyOf(words, index.Value.Joining);

    /// <summary>The same key for two spellings of one name.</summary>
    internal static string KeyOf(string words, FrozenSet<string> joining)
    {
        string folded = Folding.ToWords(words);
        string key = string.Join(' ', folded.Split(' ').Where(word => !joining.Contains(word)));
        return key.Length > 0 ? key : folded;
    }

    private static bool IsOf(string kind, string key) =>
        key.StartsWith(kind, StringComparison.Ordinal) && key.Length > kind.Length + 1 && key[kind.Length] == ' ';

    private sealed record Index(
        FrozenSet<string> Joining,
        FrozenDictionary<string, Entity> Names,
        FrozenDictionary<string, Entity> Abbreviations,
        ImmutableArray<string> Kinds,
        ImmutableArray<(string[] Words, Entity Entity)> Words
    )
    {
        public static Index Of(EntityNames all)
        {
            var joining = all.Joining.ToFrozenSet(StringComparer.Ordinal);
            Dictionary<string, Entity> names = new(StringComparer.Ordinal);
            Dictionary<string, Entity> abbreviations = new(StringComparer.Ordinal);
            foreach (Entity entity in all.Entities)
            {
                foreach (string name in (string[])[entity.Name, .. entity.AlsoKnownAs, .. entity.Abbreviations])
                    names[KeyOf(name, joining)] = entity;
                foreach (string abbreviation in entity.Abbreviations)
                    abbreviations[KeyOf(abbreviation, joining)] = entity;
            }
            return new Index(
                joining,
                names.ToFrozenDictionary(StringComparer.Ordinal),
                abbreviations.ToFrozenDictionary(StringComparer.Ordinal),
                [.. all.Kinds.Select(kind => KeyOf(kind, joining))],
                [.. all.Entities.Select(entity => (KeyOf(entity.Name, joining).Split(' '), entity))]
            );
        }
    }
}
