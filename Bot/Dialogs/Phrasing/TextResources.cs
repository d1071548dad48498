using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>
/// Merges the resource files of one language into one look-up by key. Each feature keeps its files in its own folder of <c>Bot/Dialogs</c>:
/// <c>…Texts.resx</c> is what the bot says, <c>…Words.resx</c> is what the bot recognises; <c>.en.resx</c> is the English version. The
/// files are found by name in the assembly: there is no list to extend.
/// </summary>
internal static class TextResources
{
    private const string Folder = "AgaBot.Dialogs.";
    private const string Extension = ".resources";

    /// <summary>The files without a language in their name, from the main assembly.</summary>
    public static FrozenDictionary<string, string> Neutral() => Read(typeof(TextResources).Assembly, Extension);

    /// <summary>The files of another language, from the satellite assembly of that language.</summary>
    public static FrozenDictionary<string, string> Translated(CultureInfo language) =>
        Read(typeof(TextResources).Assembly.GetSatelliteAssembly(language), $".{language.Name}{Extension}");

    /// <exception cref="InvalidOperationException">Two files have the same key.</exception>
    public static FrozenDictionary<string, string> Merge(IEnumerable<(string File, IEnumerable<KeyValuePair<string, string>> Texts)> files)
    {
        var merged = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string file, IEnumerable<KeyValuePair<string, string>> texts) in files)
        {
            foreach ((string key, string text) in texts)
            {
                if (!merged.TryAdd(key, text))
                    throw new InvalidOperationException($"The text '{key}' of {file} stands in another file too, or twice in this file.");
            }
        }
        return merged.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, string> Read(Assembly assembly, string ending) =>
        Merge(
            assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
                .Select(name => (name, TextsOf(assembly, name)))
        );

    private static IEnumerable<KeyValuePair<string, string>> TextsOf(Assembly assembly, string name)
    {
        using var reader = new ResourceReader(assembly.GetManifestResourceStream(name)!);
        foreach (DictionaryEntry text in reader)
            yield return KeyValuePair.Create((string)text.Key, (string)text.Value!);
    }
}
