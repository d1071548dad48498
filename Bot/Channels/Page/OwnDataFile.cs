using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AgaBot.Dialogs.Views;

namespace AgaBot.Channels.Page;

/// <summary>
/// Writes the stored data of a person as an HTML file that a telephone can open and print. The file has no scripts and no links, and all
/// lines are encoded as text.
/// </summary>
internal static class OwnDataFile
{
    private const string Style =
        "body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}"
        + "h2{font-size:1.1rem;margin:1.5rem 0 .25rem}p{margin:.25rem 0;white-space:pre-wrap;overflow-wrap:anywhere}";

    /// <summary>Does not encode letters of any script.</summary>
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(OwnDataDocument document)
    {
        var file = new StringBuilder();
        file.Append("<!DOCTYPE html>\n<html lang=\"")
            .Append(Html.Encode(document.Language))
            .Append("\">\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<title>")
            .Append(Html.Encode(document.Title))
            .Append("</title>\n<style>")
            .Append(Style)
            .Append("</style>\n");
        Add(file, "h1", document.Title);
        Add(file, "p", document.AsOf);
        foreach (OwnDataSection section in document.Sections)
        {
            Add(file, "h2", section.Heading);
            foreach (string line in section.Lines.IsEmpty ? [document.None] : section.Lines)
                Add(file, "p", line);
        }
        file.Append("<hr>\n");
        foreach (string line in document.Below)
            Add(file, "p", line);
        return file.Append("</html>\n").ToString();
    }

    private static void Add(StringBuilder file, string element, string text) =>
        file.Append('<').Append(element).Append('>').Append(Html.Encode(text)).Append("</").Append(element).Append(">\n");
}
