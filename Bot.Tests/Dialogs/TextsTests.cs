using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AgaBot.Consultations;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Mesas;
using AgaBot.Tests.Plans;

namespace AgaBot.Tests.Dialogs;

/// <summary>Both languages have the same texts, and the code uses all of them.</summary>
public sealed partial class TextsTests
{
    private static readonly string Dialogs = Path.Combine(Repository.Root, "Bot", "Dialogs");
    private static readonly TextFile[] Files = [.. Directory.GetFiles(Dialogs, "*.resx", SearchOption.AllDirectories).Order().Select(Read)];
    private static readonly SortedDictionary<string, string> Spanish = All(file => !file.IsEnglish);
    private static readonly SortedDictionary<string, string> English = All(file => file.IsEnglish);

    /// <summary>The keys of words to recognise; the other keys are texts that the bot says.</summary>
    private static readonly HashSet<string> Recognised =
    [
        .. Files
            .Where(file => file.Path.Contains("Words.", StringComparison.Ordinal))
            .SelectMany(file => file.Texts.Select(text => text.Key)),
    ];

    /// <summary>Each key of a file exists in the same file of the other language.</summary>
    [Fact]
    public void Every_file_of_texts_has_a_twin_with_the_same_keys_in_the_same_order()
    {
        var spanish = Files.Where(file => !file.IsEnglish).ToDictionary(file => file.Path, Keys);
        var english = Files
            .Where(file => file.IsEnglish)
            .ToDictionary(file => file.Path.Replace(".en.resx", ".resx", StringComparison.Ordinal), Keys);

        Assert.True(spanish.Count > 20, $"Only {spanish.Count} files of texts were found.");
        Assert.Equal(spanish, english);

        static string Keys(TextFile file) => string.Join('\n', file.Texts.Select(text => text.Key));
    }

    [Fact]
    public void A_key_stands_once()
    {
        IEnumerable<string> twice = Files
            .SelectMany(file => file.Texts.Select(text => (text.Key, file.IsEnglish)))
            .GroupBy(text => text)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key.Key);

        Assert.Empty(twice);
    }

    [Fact]
    public void A_key_that_stands_twice_stops_the_start()
    {
        KeyValuePair<string, string> text = new("mesa.title", "Mesa {0}");

        var error = Assert.Throws<InvalidOperationException>(() => TextResources.Merge([("MesaTexts", [text]), ("SeatTexts", [text])]));

        Assert.Contains("'mesa.title' of SeatTexts", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The bot reads every file.</summary>
    [Fact]
    public void Every_file_of_texts_is_merged()
    {
        Assert.Equal(Spanish, TextResources.Neutral().ToImmutableSortedDictionary(StringComparer.Ordinal));
        Assert.Equal(
            English,
            TextResources.Translated(CultureInfo.GetCultureInfo("en")).ToImmutableSortedDictionary(StringComparer.Ordinal)
        );
    }

    /// <summary>Words to recognise stand in the <c>…Words.resx</c> of their feature, and texts to say in its <c>…Texts.resx</c>.</summary>
    [Fact]
    public void Words_to_recognise_stand_apart_from_texts_to_say()
    {
        Assert.All(Files, file => Assert.Matches("(Words|Texts)(\\.en)?\\.resx$", file.Path));
        Assert.Empty(Spanish.Keys.Where(IsRecognisedByItsName).Except(Recognised));
    }

    [Fact]
    public void Both_languages_have_the_same_texts() => Assert.Equal(Spanish.Keys, English.Keys);

    [Fact]
    public void A_text_has_the_same_placeholders_in_both_languages()
    {
        string[] different =
        [
            .. Spanish.Where(text => Placeholders(text.Value) != Placeholders(English[text.Key])).Select(text => text.Key),
        ];

        Assert.Empty(different);
    }

    [Fact]
    public void Every_text_is_said_somewhere()
    {
        string code = string.Concat(
            new[] { Dialogs, Path.Combine(Repository.Root, "Bot", "Turns") }
                .SelectMany(room => Directory.GetFiles(room, "*.cs", SearchOption.AllDirectories))
                .Select(File.ReadAllText)
        );
        Regex[] said = [.. KeyInCode().Matches(code).Select(literal => new Regex(Pattern(literal.Groups[1].Value)))];

        string[] unsaid = [.. Spanish.Keys.Except(OfForms()).Where(key => !said.Any(pattern => pattern.IsMatch(key)))];

        Assert.Empty(unsaid);
    }

    /// <summary>Checks Spanish only, because both languages have the same keys.</summary>
    [Fact]
    public void Every_text_that_the_code_asks_for_is_there()
    {
        string[] asked =
        [
            .. Directory
                .GetFiles(Dialogs, "*.cs", SearchOption.AllDirectories)
                .SelectMany(File.ReadLines)
                .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .SelectMany(line => KeyOfParts().Matches(line).Concat(KeyAskedFor().Matches(line)).Select(key => key.Groups[1].Value))
                .Distinct(),
        ];

        Assert.True(asked.Length > 100, $"Only {asked.Length} keys were found in the code.");
        Assert.All(asked, key => Assert.Contains(Spanish.Keys, new Regex(Pattern(key)).IsMatch));
    }

    /// <summary>A bound on the characters to read before a choice. In a list of commands, the bound applies to a line.</summary>
    [Fact]
    public void No_text_is_longer_than_people_read_before_a_choice() =>
        Assert.Empty(
            Spanish
                .Concat(English)
                .Where(text => !Recognised.Contains(text.Key) && text.Value.Split('\n').Max(line => line.Length) > 300)
                .Select(text => text.Key)
        );

    private static bool IsRecognisedByItsName(string key) =>
        key.Split('.')[0] is "command" or "phrase" or "sentence" or "leadIn"
        || key is "glossary.asks" or "glossary.before" or "glossary.after" or "glossary.articles";

    [Theory]
    [InlineData("rows.added", 0, "Agregué 0 acciones.", "I added 0 actions.")]
    [InlineData("rows.added", 1, "Agregué 1 acción.", "I added 1 action.")]
    [InlineData("rows.added", 12, "Agregué 12 acciones.", "I added 12 actions.")]
    [InlineData("date.duration", 0, "0 meses desde el inicio", "0 months from the start")]
    [InlineData("date.duration", 1, "1 mes desde el inicio", "1 month from the start")]
    [InlineData("date.duration", 18, "18 meses desde el inicio", "18 months from the start")]
    public void What_is_counted_reads_right_for_none_one_and_many(string key, int count, string spanish, string english)
    {
        Assert.Equal(spanish, Words.Spanish.Count(key, count));
        Assert.Equal(english, Words.English.Count(key, count));
    }

    /// <summary>Each command has an English word that differs from the Spanish ones.</summary>
    [Fact]
    public void Every_command_has_an_english_twin()
    {
        string[] commands = [.. Spanish.Keys.Where(key => key.StartsWith("command.", StringComparison.Ordinal))];

        Assert.NotEmpty(commands);
        Assert.All(commands, key => Assert.Empty(Spanish[key].Split('|').Intersect(English[key].Split('|'))));
    }

    [Fact]
    public void What_is_counted_has_words_for_one_and_for_many()
    {
        string[] counted =
        [
            .. Spanish.Keys.Where(key => key.EndsWith(".one", StringComparison.Ordinal) || key.EndsWith(".many", StringComparison.Ordinal)),
        ];

        Assert.NotEmpty(counted);
        Assert.All(
            counted.Select(key => key[..key.LastIndexOf('.')]),
            key =>
            {
                Assert.Contains(key + ".one", counted);
                Assert.Contains(key + ".many", counted);
            }
        );
    }

    [Fact]
    public void Every_question_and_column_has_its_texts() => Assert.Empty(OfForms().Except(Spanish.Keys));

    [Fact]
    public void No_word_is_two_commands()
    {
        IEnumerable<(string Word, string Key)> words = Spanish
            .Concat(English)
            .Where(text => text.Key.StartsWith("command.", StringComparison.Ordinal))
            .SelectMany(text => text.Value.Split('|').Select(word => (word, text.Key)))
            .Distinct();

        Assert.Empty(words.GroupBy(word => word.Word).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    /// <summary>
    /// The texts of questions and columns, which the code finds by their ids. What a consultation asks is in its data, all but the name.
    /// </summary>
    private static IEnumerable<string> OfForms() =>
        new (string Texts, Form Form)[]
        {
            ("ficha", FichaForm.Of(SmallPlan.Plan)),
            ("ficha", AporteForm.Of(Plans.SmallPlan.Plan)),
            ("perfil", ConsentForm.Form),
            ("perfil", ProfileForm.Of(SmallPlan.Plan, new ProfileWords(Option, Option, Option), "es")),
            ("borrado", ErasureForm.Form),
            ("mesa", MesaForm.Of(SmallPlan.Plan, "es")),
            ("consulta", ConsultationForm.Of(new ConsultationKindWords(Option, Option))),
        }
            .SelectMany(form => form.Form.Questions.SelectMany(question => OfQuestion(form.Texts, question)))
            .Concat(OfQuestion("aporte", AporteForm.Of(SmallPlan.Plan).Questions[0]))
            .Append($"{ResponseForm.Id}.{ResponseForm.Respuesta}.name");

    private static IEnumerable<string> OfQuestion(string texts, Question question) =>
        [
            .. new[] { "name", "ask", "help", "example" }.Select(part => $"{texts}.{question.Id}.{part}"),
            .. (question as Question.Rows)?.Columns.SelectMany(column =>
                new[] { "name", "example", "error" }.Select(part => $"{texts}.{column.Id}.{part}")
            )
                ?? [],
        ];

    private static OptionWords Option { get; } = new("x", []);

    private static SortedDictionary<string, string> All(Func<TextFile, bool> isOne) =>
        new(
            Files
                .Where(isOne)
                .SelectMany(file => file.Texts)
                .DistinctBy(text => text.Key)
                .ToDictionary(text => text.Key, text => text.Value),
            StringComparer.Ordinal
        );

    private static TextFile Read(string path) =>
        new(
            path,
            [
                .. XDocument
                    .Load(path)
                    .Root!.Elements("data")
                    .Select(data => KeyValuePair.Create(data.Attribute("name")!.Value, data.Element("value")!.Value)),
            ]
        );

    private sealed record TextFile(string Path, KeyValuePair<string, string>[] Texts)
    {
        public bool IsEnglish => Path.EndsWith(".en.resx", StringComparison.Ordinal);
    }

    private static string Placeholders(string text) =>
        string.Concat(Placeholder().Matches(text).Select(found => found.Value).Distinct().Order(StringComparer.Ordinal));

    /// <summary>
    /// A key as the code writes it: what is put together from names stands for any name; what is counted has one and many.
    /// </summary>
    private static string Pattern(string literal) =>
        $"^{Regex.Replace(Regex.Escape(literal), @"\\\{[^}]*}", "[A-Za-z]+")}(\\.(one|many))?$";

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"""([a-z][A-Za-z]*(?:\.(?:[A-Za-z]+|\{[^}""]*\}))+)""")]
    private static partial Regex KeyOfParts();

    [GeneratedRegex(@"(?:[wW]ords|\bto)(?:\[|\.(?:Say|Count)\()\$?""([^""]+)""")]
    private static partial Regex KeyAskedFor();

    [GeneratedRegex(@"""([A-Za-z]+(?:\.(?:[A-Za-z]+|\{[^}""]*\}))*)""")]
    private static partial Regex KeyInCode();
}
