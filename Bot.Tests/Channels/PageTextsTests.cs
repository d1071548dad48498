using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AgaBot.Tests.Channels;

/// <summary>Both languages of the page have the same texts, and the page uses each of them.</summary>
public sealed partial class PageTextsTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "Bot", "Channels", "Page");
    private static readonly SortedDictionary<string, string> Spanish = Read("PageTexts.resx");
    private static readonly SortedDictionary<string, string> English = Read("PageTexts.en.resx");

    [Fact]
    public void Both_languages_have_the_same_texts() => Assert.Equal(Spanish.Keys, English.Keys);

    [Fact]
    public void A_text_has_the_same_placeholders_in_both_languages() =>
        Assert.Empty(Spanish.Where(text => Placeholders(text.Value) != Placeholders(English[text.Key])).Select(text => text.Key));

    [Fact]
    public void Every_text_is_shown_on_a_page()
    {
        string pages = string.Concat(Directory.GetFiles(Path.Combine(Page, "client", "src")).Select(File.ReadAllText));
        string[] shown = [.. Place().Matches(pages).Select(static match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(Spanish.Keys.Order(StringComparer.Ordinal), shown);
    }

    /// <summary>Text between tags, or in an attribute that is shown to people.</summary>
    [Fact]
    public void A_page_has_no_words_of_its_own_but_the_name()
    {
        string[] words =
        [
            .. Directory
                .GetFiles(Path.Combine(Page, "client", "src"), "*.html")
                .SelectMany(file =>
                    OwnWords().Matches(Place().Replace(File.ReadAllText(file), "")).Select(static match => match.Groups[1].Value.Trim())
                )
                .Where(static text => text is not "AgaBot" and not "· AgaBot"),
        ];

        Assert.Empty(words);
    }

    private static SortedDictionary<string, string> Read(string name) =>
        new(
            XDocument
                .Load(Path.Combine(Page, "Texts", name))
                .Descendants("data")
                .ToDictionary(text => text.Attribute("name")!.Value, text => text.Element("value")!.Value),
            StringComparer.Ordinal
        );

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(static match => match.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{\{(?:text|js:\w\w):([a-zA-Z.]+)\}\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?:>|alt=""|title=""|aria-label="")([^<>""]*\p{L}[^<>""]*)[<""]")]
    private static partial Regex OwnWords();
}
