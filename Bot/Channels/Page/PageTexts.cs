using System.Globalization;
using System.Resources;

namespace AgaBot.Channels.Page;

/// <summary>The texts of the page, from <c>PageTexts.resx</c> (es-PE) and <c>PageTexts.en.resx</c>.</summary>
internal sealed class PageTexts(PageHeading heading)
{
    public const string Spanish = "es";
    public const string English = "en";

    private static readonly ResourceManager Resources = new("AgaBot.Channels.Page.Texts.PageTexts", typeof(PageTexts).Assembly);

    /// <summary>
    /// Returns a text. {0} is the name of the plan, {1} its place, and {2} the organisation that is responsible for the data.
    /// </summary>
    public string Get(string language, string key)
    {
        CultureInfo culture = CultureInfo.GetCultureInfo(language == English ? "en" : "es-PE");
        string text =
            Resources.GetString(key, culture) ?? throw new MissingManifestResourceException($"No text '{key}' in {culture.Name}.");
        return string.Format(culture, text, heading.Plan, heading.Place, heading.Responsible);
    }
}
