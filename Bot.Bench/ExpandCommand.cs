using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgaBot.Cards;
using AgaBot.Cards.Templates;

namespace AgaBot.Bench;

/// <summary><c>expand TEMPLATE DATA</c>: prints the expanded card, for card designers.</summary>
internal static class ExpandCommand
{
    private const int Done = 0;
    private const int Faulty = 1;

    private static readonly JsonWriterOptions ForReading = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The exit code: 1 where the template is invalid, or where the data lack a value that it uses.</returns>
    public static int Run(string templateFile, string dataFile, Stream output, TextWriter errors)
    {
        try
        {
            return Expand(templateFile, dataFile, output, errors);
        }
        catch (CardTemplateException fault)
        {
            errors.WriteLine(fault.Message);
        }
        catch (JsonException fault)
        {
            errors.WriteLine($"{dataFile}: {fault.Message}");
        }
        catch (IOException fault)
        {
            errors.WriteLine(fault.Message);
        }
        return Faulty;
    }

    private static int Expand(string templateFile, string dataFile, Stream output, TextWriter errors)
    {
        CardTemplate template = CardTemplate.Parse(File.ReadAllBytes(templateFile), templateFile);
        using JsonDocument data = JsonDocument.Parse(File.ReadAllBytes(dataFile));
        var missing = new List<string>();
        var card = new ArrayBufferWriter<byte>();
        template.Expand(data.RootElement, card, missing.Add);

        using (var writer = new Utf8JsonWriter(output, ForReading))
            JsonElement.Parse(card.WrittenSpan).WriteTo(writer);
        output.Write(Encoding.UTF8.GetBytes(Environment.NewLine));

        foreach (string path in missing.Distinct())
            errors.WriteLine($"{dataFile} has no {path}");
        return missing.Count == 0 ? Done : Faulty;
    }
}
