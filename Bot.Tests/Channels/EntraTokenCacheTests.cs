using AgaBot.Channels.Connector;
using AgaBot.Channels.Protocol;
using AgaBot.Tests.Hosting;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace AgaBot.Tests.Channels;

/// <summary>The bot sends its token only to vouched addresses, and renews the token before it expires.</summary>
[Trait("Category", "Integration")]
public sealed class EntraTokenCacheTests : IDisposable
{
    private static readonly Activity Words = new() { Type = ActivityTypes.Message, Text = "dicho" };

    private readonly FixedClock clock = new(new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly Issuer issuer;
    private readonly ConnectorClient client;

    public EntraTokenCacheTests()
    {
        issuer = new(clock);
        client = Connectors.Client(issuer, clock);
    }

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Many_messages_at_once_ask_for_one_token()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SayAsync(connector)));

        Assert.Equal(1, issuer.Given);
        Assert.Equal(20, connector.Received.Count);
        Assert.All(connector.Received, posted => Assert.Equal("Bearer 1", posted.Authorization));
    }

    [Fact]
    public async Task An_address_that_nobody_vouched_for_gets_no_token()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();

        await SayAsync(connector, isVouched: false);

        Assert.Null(Assert.Single(connector.Received).Authorization);
        Assert.Equal(0, issuer.Given);
    }

    [Fact]
    public async Task A_token_is_renewed_while_the_old_one_is_still_good_and_nobody_waits()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        await SayAsync(connector);
        clock.Advance(Issuer.Lifetime - TimeSpan.FromMinutes(5));
        issuer.Hold();

        await SayAsync(connector);
        await SayAsync(connector);

        Assert.All(connector.Received, posted => Assert.Equal("Bearer 1", posted.Authorization));
        Task renewed = issuer.LetGo();
        await renewed;
        Assert.Equal(2, issuer.Given);
    }

    [Fact]
    public async Task A_token_that_ended_is_waited_for()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        await SayAsync(connector);
        clock.Advance(Issuer.Lifetime);

        await SayAsync(connector);

        Assert.Equal(["Bearer 1", "Bearer 2"], connector.Received.Select(posted => posted.Authorization));
    }

    [Fact]
    public async Task A_token_that_a_connector_does_not_take_is_changed_for_another()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        connector.RefuseNext(401);

        Assert.IsType<ConnectorResult.Accepted>(await SayAsync(connector));

        Assert.Equal("Bearer 2", Assert.Single(connector.Received).Authorization);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_the_message_waits()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        issuer.IsGone = true;

        Assert.IsType<ConnectorResult.RetryLater>(await SayAsync(connector));

        Assert.Empty(connector.Received);
    }

    [Theory]
    [InlineData(AppType.SingleTenant, "", typeof(ClientSecretCredential))]
    [InlineData(AppType.SingleTenant, "bot.pem", typeof(ClientCertificateCredential))]
    [InlineData(AppType.UserAssignedMSI, "", typeof(ManagedIdentityCredential))]
    [InlineData(AppType.FederatedCredential, "", typeof(ClientAssertionCredential))]
    public void The_settings_choose_how_the_bot_proves_who_it_is(AppType type, string certificate, Type credential)
    {
        var options = new ConnectorOptions
        {
            AppId = Guid.NewGuid().ToString(),
            TenantId = Guid.NewGuid().ToString(),
            AppType = type,
            AppPassword = "secreto",
            CertificatePath = certificate,
            FederatedIdentity = Guid.NewGuid().ToString(),
        };

        Assert.IsType(credential, ConnectorCredentials.From(options));
        Assert.True(new ConnectorOptionsValidator().Validate(Options.DefaultName, options).Succeeded);
    }

    [Theory]
    [InlineData(AppType.SingleTenant, "tenant", "Bot:AppPassword")]
    [InlineData(AppType.SingleTenant, "", "Bot:TenantId")]
    [InlineData(AppType.FederatedCredential, "tenant", "Bot:FederatedIdentity")]
    public void A_bot_that_could_prove_nothing_does_not_start(AppType type, string tenant, string setting)
    {
        var options = new ConnectorOptions
        {
            AppId = "app",
            TenantId = tenant,
            AppType = type,
        };

        Assert.Contains(
            setting,
            new ConnectorOptionsValidator().Validate(Options.DefaultName, options).FailureMessage,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_app_with_nothing_else_set_is_a_managed_identity() =>
        Assert.IsType<ManagedIdentityCredential>(ConnectorCredentials.From(new ConnectorOptions { AppId = Guid.NewGuid().ToString() }));

    [Fact]
    public void Without_an_app_there_is_no_token() => Assert.Null(ConnectorCredentials.From(new ConnectorOptions()));

    private async Task<ConnectorResult> SayAsync(FakeConnector connector, bool isVouched = true) =>
        await client.SendAsync(
            new("msteams", connector.ServiceUrl, "c;1", "persona", null, "bot", null, null, null, isVouched),
            Words,
            CancellationToken.None
        );

    /// <summary>Issues tokens that are consecutive numbers.</summary>
    private sealed class Issuer(TimeProvider clock) : TokenCredential
    {
        public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

        private readonly TaskCompletionSource renewed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource? held;
        private int given;

        public int Given => given;

        public bool IsGone { get; set; }

        public void Hold() => held = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Completes when a held token has been issued.</summary>
        public Task LetGo()
        {
            held!.SetResult();
            return renewed.Task;
        }

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Assert.Equal(["https://api.botframework.com/.default"], requestContext.Scopes);
            if (IsGone)
                throw new AuthenticationFailedException("gone");
            if (held is not null)
                await held.Task;
            int number = Interlocked.Increment(ref given);
            if (held is not null)
                renewed.SetResult();
            return new AccessToken($"{number}", clock.GetUtcNow() + Lifetime);
        }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
