using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using AgaBot.Cards.Templates;

namespace AgaBot.Cards;

/// <summary>The templates of <c>cards/</c>, parsed at the start.</summary>
public sealed partial class CardTemplates
{
    private const string Extension = ".json";
    private const string SampleExtension = ".data.json";
    private const int UsualCardBytes = 8 * 1024;

    private readonly FrozenDictionary<string, CardTemplate> templates;
    private readonly ILogger<CardTemplates> logger;

    private CardTemplates(FrozenDictionary<string, CardTemplate> templates, ILogger<CardTemplates> logger)
    {
        this.templates = templates;
        this.logger = logger;
    }

    public IEnumerable<string> Names => templates.Keys;

    /// <exception cref="CardTemplateException">A template is invalid.</exception>
    public static CardTemplates Load(string folder, ILogger<CardTemplates> logger) =>
        new(
            Directory
                .EnumerateFiles(folder, "*" + Extension)
                .Where(file => !file.EndsWith(SampleExtension, StringComparison.Ordinal))
                .ToFrozenDictionary(
                    file => Path.GetFileNameWithoutExtension(file),
                    file => CardTemplate.Parse(File.ReadAllBytes(file), file),
                    StringComparer.Ordinal
                ),
            logger
        );

    /// <summary>Expands a template to UTF-8 JSON. A value that the data lacks becomes an empty text and logs a warning.</summary>
    /// <param name="template">The template's file name without its extension.</param>
    /// <param name="data">UTF-8 JSON.</param>
    public ReadOnlyMemory<byte> Expand(string template, ReadOnlyMemory<byte> data)
    {
        var card = new ArrayBufferWriter<byte>(UsualCardBytes);
        using JsonDocument read = JsonDocument.Parse(data);
        templates[template].Expand(read.RootElement, card, path => LogMissing(logger, template, path));
        return card.WrittenMemory;
    }

    [LoggerMessage(2001, LogLevel.Warning, "Card template {Template}: its data has no {Path}")]
    private static partial void LogMissing(ILogger logger, string template, string path);
}
