using System.Globalization;
using System.Resources;

namespace AgaBot.Channels.Page;

/// <summary>The page's own words, from <c>PageTexts.resx</c> (es-PE) and <c>PageTexts.en.resx</c>. A key that is not there throws.</summary>
internal sealed class PageTexts(PageHeading heading)
{
    public const string Spanish = "es";
    public const string English = "en";

    private static readonly ResourceManager Texts = new("AgaBot.Channels.Page.Texts.PageTexts", typeof(PageTexts).Assembly);

    /// <summary>A text with the plan's name (0), its place (1) and who answers for the data (2) in it.</summary>
    public string Say(string language, string key)
    {
        CultureInfo culture = CultureInfo.GetCultureInfo(language == English ? "en" : "es-PE");
        string text = Texts.GetString(key, culture) ?? throw new MissingManifestResourceException($"No text '{key}' in {culture.Name}.");
        return string.Format(culture, text, heading.Plan, heading.Place, heading.Responsible);
    }
}
