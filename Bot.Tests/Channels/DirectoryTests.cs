using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AgaBot.Tests.Hosting;
using AgaBot.Turns.Coordinators;
using Microsoft.Extensions.Options;

namespace AgaBot.Tests.Channels;

/// <summary>People of a directory are the same participant on every channel, and can be coordinators by the settings.</summary>
[Trait("Category", "Integration")]
public sealed class DirectoryTests
{
    private const string Rosa = "0d5f1d3c-9a51-4a4a-8b57-3f3f6a0c1f01";
    private const string Julio = "0d5f1d3c-9a51-4a4a-8b57-3f3f6a0c1f02";
    private const string Region = "72f988bf-86f1-41af-91ab-2d7cd011db47";
    private const string Other = "72f988bf-86f1-41af-91ab-2d7cd011db48";

    [Fact]
    public async Task A_person_is_the_same_under_every_id_that_Teams_gives_them()
    {
        await using BotApp bot = BotApp.Start();
        await AskAsync(bot, "29:a", Rosa, Region, "presentarme");
        await AskAsync(bot, "29:a", Rosa, Region, "sí");

        Assert.Contains("organización", await AskAsync(bot, "29:b", Rosa, Region, "Rosa Flores"), StringComparison.Ordinal);
        Assert.Contains("no entendí", await AskAsync(bot, "29:a", Rosa, Other, "Rosa Flores"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Rosa, Region, "msteams", true)]
    [InlineData(Julio, Region, "msteams", false)]
    [InlineData(Rosa, Other, "msteams", false)]
    [InlineData(Rosa, Region, "directline", false)]
    public async Task Who_coordinates_is_whom_the_settings_name_in_their_tenant(
        string objectId,
        string tenant,
        string channel,
        bool coordinates
    )
    {
        await using BotApp bot = BotApp.Start(
            Settings(("Coordinators:Tenant", Region), ("Coordinators:ObjectIds:0", Rosa.ToUpperInvariant()))
        );

        Assert.Equal(
            coordinates,
            (await AskAsync(bot, "29:a", objectId, tenant, "ayuda", channel)).Contains("nueva consulta", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Who_is_taken_off_the_list_coordinates_no_more()
    {
        await using BotApp bot = BotApp.Start(Settings(("Coordinators:Tenant", Region), ("Coordinators:ObjectIds:0", Rosa)));
        await AskAsync(bot, "29:a", Rosa, Region, "ayuda");

        await bot.RestartAsync(Settings());

        Assert.DoesNotContain("nueva consulta", await AskAsync(bot, "29:a", Rosa, Region, "ayuda"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_a_coordinator_sees_what_everybody_sees()
    {
        await using BotApp bot = BotApp.Start(Settings(("Coordinators:Tenant", Region), ("Coordinators:ObjectIds:0", Rosa)));
        foreach (string said in (string[])["nueva consulta", "¿Qué primero?", "opciones", "Agua\nSeguridad", "enviar"])
            await AskAsync(bot, "29:a", Rosa, Region, said);
        string alone = await AskAsync(bot, "29:a", Rosa, Region, "consultas");

        string inGroup = await AskAsync(bot, "29:a", Rosa, Region, "consultas", conversationType: "groupChat");

        Assert.Contains("Agua", alone, StringComparison.Ordinal);
        Assert.Contains("¿Qué primero?", inGroup, StringComparison.Ordinal);
        Assert.DoesNotContain("Agua", inGroup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Coordinators:Tenant is 'region.gob.pe'", "region.gob.pe")]
    [InlineData("Coordinators:Tenant is not", "", Rosa)]
    [InlineData("Coordinators:ObjectIds has 'rosa@region.gob.pe'", Region, Rosa, "rosa@region.gob.pe")]
    public void Settings_that_name_nobody_stop_the_start(string sentence, string tenant, params string[] objectIds)
    {
        ValidateOptionsResult refused = new CoordinatorOptionsValidator().Validate(
            null,
            new CoordinatorOptions { Tenant = tenant, ObjectIds = objectIds }
        );

        Assert.Contains(sentence, refused.FailureMessage, StringComparison.Ordinal);
    }

    private static BotAppSettings Settings(params (string Name, string Value)[] settings) =>
        new() { Configuration = settings.ToImmutableDictionary(setting => setting.Name, setting => setting.Value) };

    private static async Task<string> AskAsync(
        BotApp bot,
        string userId,
        string objectId,
        string tenant,
        string text,
        string channel = "msteams",
        string conversationType = "personal"
    )
    {
        JsonObject message = Wire.Message(text);
        message["channelId"] = channel;
        message["from"] = new JsonObject { ["id"] = userId, ["aadObjectId"] = objectId };
        message["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } };
        message["conversation"] = new JsonObject { ["id"] = conversationType, ["conversationType"] = conversationType };
        using var content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await bot.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
