using System.Net;
using System.Text;
using AgaBot.Channels.Authentication;
using Microsoft.AspNetCore.Http;

namespace AgaBot.Tests.Channels.Authentication;

/// <summary>Without an app registration, only programs on the same machine may call.</summary>
[Trait("Category", "Integration")]
public sealed class LoopbackRequestTests(Wire wire) : IClassFixture<Wire>
{
    [Theory]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("x-forwarded-host", "agabot.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-For", "")]
    [InlineData("X-Original-For", "203.0.113.7")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task What_came_through_a_proxy_is_refused(string header, string value)
    {
        using HttpResponseMessage answer = await PostAsync(wire.Http, header, value);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(wire.Heard());
    }

    [Fact]
    public async Task A_token_that_nobody_checks_does_no_harm()
    {
        using HttpResponseMessage answer = await PostAsync(wire.Http, "Authorization", "Bearer a.b.c");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(wire.Heard());
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.8.8.8", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.0.2.2", false)]
    [InlineData("::ffff:192.0.2.2", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData(null, false)]
    public void This_machine_is_known_by_its_address(string? address, bool isThisMachine)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);

        Assert.Equal(isThisMachine, LoopbackRequest.Is(http));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative));
        request.Content = new StringContent(Wire.Message().ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation(header, value);
        return await http.SendAsync(request);
    }
}
