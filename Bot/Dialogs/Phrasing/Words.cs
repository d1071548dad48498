using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>The texts of one language by their keys, from the resource files that <see cref="TextResources"/> merges.</summary>
internal sealed class Words
{
    private readonly Lazy<FrozenDictionary<string, string>> texts;

    private Words(string language, string culture, Func<FrozenDictionary<string, string>> read)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(culture);
        texts = new(read);
    }

    public static Words Spanish { get; } = new("es", "es-PE", TextResources.Neutral);

    public static Words English { get; } = new("en", "en", static () => TextResources.Translated(CultureInfo.GetCultureInfo("en")));

    /// <summary>The value of <see cref="ConversationState.Language"/>.</summary>
    public string Language { get; }

    /// <summary>Formats numbers and dates, and sorts, as readers of this language expect.</summary>
    public CultureInfo Culture { get; }

    public Words Other => this == Spanish ? English : Spanish;

    /// <exception cref="MissingManifestResourceException">No file has the key, which is a programming error.</exception>
    public string this[string key] =>
        texts.Value.TryGetValue(key, out string? text)
            ? text
            : throw new MissingManifestResourceException($"No text '{key}' in {Culture.Name}.");

    /// <returns>Null where no file has the key.</returns>
    public string? Find(string key) => texts.Value.GetValueOrDefault(key);

    public static Words Of(string language) => language == English.Language ? English : Spanish;

    /// <summary>The one of two values that is for this language.</summary>
    /// <param name="both">The values for Spanish and for English, in this order.</param>
    public T Pick<T>(ImmutableArray<T> both) => both[this == English ? 1 : 0];

    /// <summary>An option that is shown in this language and recognised in both.</summary>
    public OptionWords Option(string key) => new(this[key].Split('|')[0], [.. this[key].Split('|').Skip(1), .. Other[key].Split('|')]);

    public string Say(string key, params ReadOnlySpan<object?> values) => string.Format(Culture, this[key], values);

    /// <summary>The text of <paramref name="key"/> with <c>.one</c> or <c>.many</c>.</summary>
    public string Count(string key, int count) => Say(count == 1 ? key + ".one" : key + ".many", count);

    /// <summary>"A, B y C".</summary>
    public string And(string[] items) =>
        items.Length < 2 ? string.Concat(items) : Say("list.and", string.Join(", ", items[..^1]), items[^1]);

    /// <summary>Capitalises the first letter: "su ficha" becomes "Su ficha".</summary>
    public string AtBeginning(string name) => char.ToUpper(name[0], Culture) + name[1..];

    public string Number(int number) => number.ToString("N0", Culture);
}
