using System.Text.Json.Nodes;
using AgaBot.Plans;
using AgaBot.Tests.Channels.Authentication;
using Microsoft.AspNetCore.Http;

namespace AgaBot.Tests.Channels.Groups;

/// <summary>The whole app with messages of Teams, tokens of the channel, and a local Microsoft Graph.</summary>
[Trait("Category", "Integration")]
public sealed class GroupRolesTests
{
    private const string Group = "0f0f0f0f-0000-4000-8000-000000000001";
    private const string Rosa = "0d5f1d3c-9a51-4a4a-8b57-3f3f6a0c1f01";
    private const string Julio = "0d5f1d3c-9a51-4a4a-8b57-3f3f6a0c1f02";
    private const string Eva = "0d5f1d3c-9a51-4a4a-8b57-3f3f6a0c1f03";
    private const string OtherTenant = "7e7e7e7e-0000-4000-8000-000000000002";

    [Fact]
    public async Task Who_coordinates_is_a_person_of_the_settings_or_a_member_of_one_of_their_groups_in_their_tenant()
    {
        await using LocalServer graph = await LocalServer.StartAsync(http =>
            http.Response.WriteAsJsonAsync(
                new JsonObject { ["value"] = http.Request.Path.Value!.Contains(Rosa, StringComparison.Ordinal) ? new JsonArray(Group) : [] }
            )
        );
        await using GuardedBot bot = await GuardedBot.StartAsync(
            null,
            ("Coordinators:Tenant", GuardedBot.Tenant),
            ("Coordinators:GroupIds:0", Group),
            ("Coordinators:ObjectIds:0", Eva),
            ("Directory:Graph", graph.Address)
        );

        Assert.True(await CoordinatesAsync(bot, Rosa, GuardedBot.Tenant));
        Assert.False(await CoordinatesAsync(bot, Julio, GuardedBot.Tenant));
        Assert.True(await CoordinatesAsync(bot, Eva, GuardedBot.Tenant));
        Assert.False(await CoordinatesAsync(bot, Rosa, OtherTenant));
        Assert.Equal(2, graph.Asked.Count);
    }

    [Fact]
    public async Task A_directory_that_fails_fails_no_turn()
    {
        await using LocalServer graph = await LocalServer.StartAsync(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        await using GuardedBot bot = await GuardedBot.StartAsync(
            null,
            ("Coordinators:Tenant", GuardedBot.Tenant),
            ("Coordinators:GroupIds:0", Group),
            ("Directory:Graph", graph.Address)
        );

        Assert.False(await CoordinatesAsync(bot, Rosa, GuardedBot.Tenant));
        Assert.Equal(2, bot.Connector.Received.Count);
    }

    private static async Task<bool> CoordinatesAsync(GuardedBot bot, string objectId, string tenant)
    {
        JsonObject message = bot.Message();
        message["channelId"] = "msteams";
        message["from"]!["aadObjectId"] = objectId;
        message["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } };
        using HttpResponseMessage answer = await bot.PostAsync(bot.ChannelToken, message);
        Assert.True(answer.IsSuccessStatusCode);
        return bot.Roles.Contains(Role.Coordinator);
    }
}
