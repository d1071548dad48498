using System.Net;
using System.Net.Http.Json;

namespace AgaBot.Tests.Deploy;

/// <summary>The published bot, started as in the systemd unit.</summary>
[Trait("Category", "Integration")]
public sealed class ServerTests(PublishedFolder published) : Server(published)
{
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task The_operator_is_told_that_it_runs(string path)
    {
        using var http = new HttpClient { BaseAddress = Bot.Address };

        using HttpResponseMessage answer = await http.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_comes_in_by_the_door_of_Azure_Bot_Service()
    {
        using var http = new HttpClient { BaseAddress = Bot.Address };

        using HttpResponseMessage answer = await http.PostAsJsonAsync("/api/messages", new { type = "message", text = "hola" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task It_writes_nowhere_but_in_its_state_folder()
    {
        string[] before = Files(Published);
        using var http = new HttpClient { BaseAddress = Bot.Address };
        (await http.GetAsync("/readyz")).Dispose();

        Assert.Equal(before, Files(Published));
        Assert.False(Directory.Exists(DeployedBot.Home));
        Assert.Contains("agabot.db", Files(State.Path));
    }

    [Fact]
    public async Task It_stops_when_it_is_told_to_and_starts_again_on_the_same_state()
    {
        await RestartAsync();

        using var http = new HttpClient { BaseAddress = Bot.Address };
        using HttpResponseMessage answer = await http.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static string[] Files(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file))
                .Order(StringComparer.Ordinal),
        ];
}
