using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AgaBot.Tests.Channels;

namespace AgaBot.Tests.Outages;

/// <summary>
/// Checks every outage of the store: only stored activities are acknowledged, the bot is alive but not ready, and afterwards
/// the bot continues by itself.
/// </summary>
internal static class Outage
{
    /// <summary>Time limit of the recovery, which takes less than half of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The bot asks a person for their name. The person answers during the outage, and the channel redelivers the answer until it is
    /// accepted.
    /// </summary>
    public static async Task GoesByAsync(HttpClient bot, Func<Task> begin, Func<Task> end)
    {
        Assert.Contains("datos", await TakenAsync(bot, Wire.Message("presentarme")), StringComparison.Ordinal);
        Assert.Contains("nombre", await TakenAsync(bot, Wire.Message("sí")), StringComparison.Ordinal);
        JsonObject name = Wire.Message("Rosa Flores");
        await begin();

        (HttpStatusCode refused, string why) = await SayAsync(bot, name);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused);
        Assert.DoesNotContain("xception", why, StringComparison.Ordinal);
        for (int probe = 0; probe < 3; probe++)
        {
            Assert.Equal(HttpStatusCode.OK, await ProbeAsync(bot, "/healthz"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await ProbeAsync(bot, "/readyz"));
        }
        await end();

        Assert.Contains("organización", await UntilTakenAsync(bot, name), StringComparison.Ordinal);
        Assert.Contains("organización", await TakenAsync(bot, name), StringComparison.Ordinal);
        await TakenAsync(bot, Wire.Message("Municipalidad de Moche"));
        Assert.Equal(HttpStatusCode.OK, await ProbeAsync(bot, "/readyz"));
        Assert.Equal(HttpStatusCode.OK, await ProbeAsync(bot, "/healthz"));
    }

    public static async Task<HttpStatusCode> ProbeAsync(HttpClient bot, string path)
    {
        using HttpResponseMessage answer = await bot.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    public static async Task<(HttpStatusCode Status, string Body)> SayAsync(HttpClient bot, JsonObject activity)
    {
        using var content = new StringContent(activity.ToJsonString(), MediaTypeHeaderValue.Parse("application/json"));
        using HttpResponseMessage answer = await bot.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static async Task<string> TakenAsync(HttpClient bot, JsonObject activity)
    {
        (HttpStatusCode status, string body) = await SayAsync(bot, activity);
        Assert.True(status == HttpStatusCode.OK, $"{(int)status}: {body}");
        return body;
    }

    /// <summary>Redelivers the activity, like a channel that received 503.</summary>
    public static async Task<string> UntilTakenAsync(HttpClient bot, JsonObject activity)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            (HttpStatusCode status, string body) = await SayAsync(bot, activity);
            if (status == HttpStatusCode.OK)
                return body;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}
