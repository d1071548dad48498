using System.Collections;
using System.Globalization;
using System.Resources;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>
/// The words of one language, from <c>Texts.resx</c> (es-PE) and <c>Texts.en.resx</c>. A key that is not there is our mistake
/// and throws; a test holds both files to the same keys.
/// </summary>
internal sealed class Words
{
    private static readonly ResourceManager Texts = new("AgaBot.Dialogs.Texts.Texts", typeof(Words).Assembly);

    /// <summary>By key. A turn looks up dozens of them, and a resource manager goes through its locks and fallbacks for each.</summary>
    private readonly Lazy<Dictionary<string, string>> texts;

    private Words(string language, string culture)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(culture);
        texts = new(ReadAll);
    }

    public static Words Spanish { get; } = new("es", "es-PE");

    public static Words English { get; } = new("en", "en");

    /// <summary>As <see cref="ConversationState.Language"/> names it.</summary>
    public string Language { get; }

    /// <summary>Numbers, dates and sorting as this language's readers expect.</summary>
    public CultureInfo Culture { get; }

    public Words Other => this == Spanish ? English : Spanish;

    public string this[string key] =>
        texts.Value.TryGetValue(key, out string? text)
            ? text
            : throw new MissingManifestResourceException($"No text '{key}' in {Culture.Name}.");

    public static Words Of(string language) => language == English.Language ? English : Spanish;

    public string Say(string key, params ReadOnlySpan<object?> values) => string.Format(Culture, this[key], values);

    /// <summary>The text for one or for several: <paramref name="key"/> with <c>.one</c> or <c>.many</c>.</summary>
    public string Count(string key, int count) => Say(count == 1 ? key + ".one" : key + ".many", count);

    /// <summary>"A, B y C".</summary>
    public string And(string[] items) =>
        items.Length < 2 ? string.Concat(items) : Say("list.and", string.Join(", ", items[..^1]), items[^1]);

    /// <summary>"Su ficha", at the beginning of a sentence.</summary>
    public string AtBeginning(string name) => char.ToUpper(name[0], Culture) + name[1..];

    public string Number(int number) => number.ToString("N0", Culture);

    /// <summary>The language's own texts, and for those that it lacks the Spanish ones.</summary>
    private Dictionary<string, string> ReadAll()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (CultureInfo culture in (CultureInfo[])[CultureInfo.InvariantCulture, Culture])
        {
            foreach (DictionaryEntry text in Texts.GetResourceSet(culture, createIfNotExists: true, tryParents: true)!)
                all[(string)text.Key] = (string)text.Value!;
        }
        return all;
    }
}
