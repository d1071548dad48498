using System.Collections.Immutable;
using System.Net;
using AgaBot.Channels.Proxies;
using AgaBot.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AgaBot.Tests.Channels.Proxies;

/// <summary>Only known proxies may state the address of a client.</summary>
[Trait("Category", "Integration")]
public sealed class ProxyTests
{
    [Theory]
    [InlineData("127.0.0.1", "203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.4", "203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.5", "203.0.113.7", "10.0.0.5")]
    [InlineData("10.1.2.3", "203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.4", "198.51.100.1, 203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.1", "198.51.100.1, 203.0.113.7, 10.0.0.4", "203.0.113.7")]
    [InlineData("127.0.0.1", "nonsense", "127.0.0.1")]
    public async Task An_address_is_taken_from_known_proxies_alone(string peer, string forwardedFor, string expected)
    {
        var counted = new Peer(IPAddress.Parse(peer));
        await using BotApp bot = BotApp.Start(
            counted.Into(
                new()
                {
                    Configuration = new Dictionary<string, string>
                    {
                        ["Proxies:Known:0"] = "10.0.0.4",
                        ["Proxies:Known:1"] = "10.1.0.0/16",
                    }.ToImmutableDictionary(),
                }
            )
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/healthz", UriKind.Relative));
        request.Headers.Add("X-Forwarded-For", forwardedFor);

        using HttpResponseMessage answer = await bot.Http.SendAsync(request);

        Assert.Equal(IPAddress.Parse(expected), counted.Seen);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.4", true)]
    [InlineData("10.0.0.5", false)]
    public async Task Browsers_are_told_to_come_back_by_https_alone_where_a_known_proxy_says_that_they_came_by_it(string peer, bool told)
    {
        await using BotApp bot = BotApp.Start(
            new Peer(IPAddress.Parse(peer)).Into(
                new() { Configuration = ImmutableDictionary<string, string>.Empty.Add("Proxies:Known:0", "10.0.0.4") }
            )
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Add("X-Forwarded-Proto", "https");

        using HttpResponseMessage answer = await bot.Http.SendAsync(request);

        Assert.Equal(told, answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("proxy.example")]
    [InlineData("")]
    public void A_setting_that_is_no_address_is_refused_and_named(string known)
    {
        ValidateOptionsResult result = new ProxyOptionsValidator().Validate(null, new() { Known = ["10.0.0.4", "fd00::/8", known] });

        Assert.StartsWith($"Proxies:Known has '{known}'", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    /// <summary>Sets the address of each connection, and records the result.</summary>
    private sealed class Peer(IPAddress address) : IStartupFilter
    {
        public IPAddress? Seen { get; private set; }

        public BotAppSettings Into(BotAppSettings settings) =>
            settings with
            {
                Services = services => services.AddSingleton<IStartupFilter>(this),
            };

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    async (HttpContext http, RequestDelegate rest) =>
                    {
                        http.Connection.RemoteIpAddress = address;
                        await rest(http);
                        Seen = http.Connection.RemoteIpAddress;
                    }
                );
                next(app);
            };
    }
}
