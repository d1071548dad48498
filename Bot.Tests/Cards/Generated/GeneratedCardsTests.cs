using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace AgaBot.Tests.Cards.Generated;

/// <summary>
/// Templates and data that nobody wrote, expanded by ours and by Microsoft's engine: where that gives a card, ours is the same.
/// </summary>
[Trait("Category", "Integration")]
public sealed class GeneratedCardsTests
{
    [Fact]
    public void Any_template_over_any_data_gives_Microsofts_card() => Compare(AnyTemplate.Object(depth: 3), AnyData.Usual, pairs: 250);

    [Fact]
    public void A_text_of_a_hundred_kilobytes_is_kept_whole() => Compare(AnyTemplate.Object(depth: 1), AnyData.Long, pairs: 15);

    // The repeated object is empty: nested repetition over five hundred items would produce gigabytes.
    [Fact]
    public void A_list_of_five_hundred_is_repeated_to_its_end() => Compare(AnyTemplate.Object(depth: 0), AnyData.Many, pairs: 15);

    private static void Compare(Gen<JsonObject> templates, Gen<JsonObject> data, int pairs)
    {
        int compared = 0;
        Gen.Select(templates, data)
            .Sample(
                (template, given) =>
                {
                    (JsonElement card, IReadOnlyList<string> missing) = CardFiles.Expand(template, given);
                    if (missing.Count > 0 || CardOracle.Expand(template, given) is not { } theirs)
                        return true;
                    Interlocked.Increment(ref compared);
                    return JsonNode.DeepEquals(theirs, JsonNode.Parse(card.GetRawText()));
                },
                iter: pairs,
                threads: 1,
                print: pair => $"{Beginning(pair.Item1)}\n{Beginning(pair.Item2)}"
            );
        Assert.True(compared > pairs / 3, $"Only {compared} of {pairs} pairs could be compared.");
    }

    private static string Beginning(JsonNode node)
    {
        string json = node.ToJsonString();
        return json.Length > 1_000 ? json[..1_000] + " ..." : json;
    }
}
