using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AgaBot.Tests.Channels;

namespace AgaBot.Tests.Outages;

/// <summary>
/// What has to be true of every outage of the store: nothing is acknowledged that is not kept, the supervisor hears that no turn can be
/// taken and does not end the process for it, and afterwards it goes on by itself where it was.
/// </summary>
internal static class Outage
{
    /// <summary>For what comes back by itself; nothing here takes half as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Somebody is asked their name; the outage comes, they answer, and their channel delivers it until it is taken.</summary>
    public static async Task GoesByAsync(HttpClient bot, Func<Task> begin, Func<Task> end)
    {
        Assert.Contains("datos", await TakenAsync(bot, Wire.Message("proponer")), StringComparison.Ordinal);
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

    /// <summary>As a channel does that is asked to deliver again.</summary>
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
