using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgaBot.Channels.Connector;
using AgaBot.Channels.Groups;
using AgaBot.Tests.Channels.Authentication;
using AgaBot.Tests.Hosting;
using AgaBot.Turns.Coordinators;
using AgaBot.Turns.Requests;
using Azure.Core;
using Azure.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AgaBot.Tests.Channels.Groups;

/// <summary>Group membership is queried from Microsoft Graph; here from a local server that can fail.</summary>
[Trait("Category", "Integration")]
public sealed class CachedDirectoryGroupsTests : IAsyncLifetime, IDisposable
{
    private const string Group = "0f0f0f0f-0000-4000-8000-000000000001";

    private static readonly EntraId Rosa = new(Guid.Parse(GuardedBot.Tenant), Guid.Parse("0d5f1d3c-9a51-4a4a-8b57-3f3f6a0c1f01"));
    private static readonly EntraId Julio = Rosa with { ObjectId = Guid.Parse("0d5f1d3c-9a51-4a4a-8b57-3f3f6a0c1f02") };

    private readonly FixedClock clock = new(new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private readonly ConcurrentDictionary<Guid, bool> members = new();
    private readonly WrittenLog log = new();
    private readonly ILoggerFactory logs;
    private readonly Issuer issuer = new();
    private LocalServer graph = null!;
    private GraphClient client = null!;
    private CachedDirectoryGroups groups = null!;
    private int status = 200;
    private Task held = Task.CompletedTask;

    public CachedDirectoryGroupsTests() => logs = LoggerFactory.Create(logging => logging.AddProvider(log));

    public async Task InitializeAsync()
    {
        graph = await LocalServer.StartAsync(AnswerAsync);
        members[Rosa.ObjectId] = true;
        client = new GraphClient(
            new EntraTokenCache(issuer, $"{graph.Address}/.default", clock, NullLogger<EntraTokenCache>.Instance),
            Waiting(TimeSpan.FromMinutes(1)),
            Options.Create(new CoordinatorOptions { Tenant = GuardedBot.Tenant, GroupIds = [Group] }),
            logs.CreateLogger<GraphClient>()
        );
        groups = Groups(TimeSpan.FromMinutes(1));
    }

    public async Task DisposeAsync() => await graph.DisposeAsync();

    public void Dispose()
    {
        client.Dispose();
        logs.Dispose();
        log.Dispose();
    }

    [Fact]
    public async Task A_member_coordinates_and_nobody_else()
    {
        Assert.True(await CoordinatesAsync(Rosa));
        Assert.False(await CoordinatesAsync(Julio));
        Assert.Equal([$"/v1.0/users/{Rosa.ObjectId}/checkMemberGroups", $"/v1.0/users/{Julio.ObjectId}/checkMemberGroups"], graph.Asked);
        Assert.Equal($"{graph.Address}/.default", issuer.AskedFor);
    }

    [Fact]
    public async Task An_answer_holds_for_some_minutes_and_is_asked_for_again_after_them()
    {
        await CoordinatesAsync(Rosa);
        members[Rosa.ObjectId] = false;
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.True(await CoordinatesAsync(Rosa));
        Assert.Single(graph.Asked);

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(await CoordinatesAsync(Rosa));
        Assert.Equal(2, graph.Asked.Count);
    }

    [Fact]
    public async Task Many_turns_at_once_ask_once()
    {
        var gate = new TaskCompletionSource();
        held = gate.Task;
        Task<bool>[] turns = [.. Enumerable.Range(0, 20).Select(_ => CoordinatesAsync(Rosa))];

        gate.SetResult();

        Assert.All(await Task.WhenAll(turns), Assert.True);
        Assert.Single(graph.Asked);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Through_an_outage_the_last_answer_holds_for_an_hour_and_then_nobody_coordinates(int outage)
    {
        await CoordinatesAsync(Rosa);
        status = outage;

        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.True(await CoordinatesAsync(Rosa));
        Assert.False(await CoordinatesAsync(Julio));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await CoordinatesAsync(Rosa));

        Assert.Contains(log.Lines, line => line.Contains("they do not coordinate for now", StringComparison.Ordinal));
        Assert.Equal(outage == 403, log.Lines.Any(line => line.Contains("GroupMember.Read.All", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task After_a_failure_it_is_left_alone_for_a_while_and_then_asked_again()
    {
        status = 500;
        Assert.False(await CoordinatesAsync(Rosa));
        status = 200;
        Assert.False(await CoordinatesAsync(Rosa));
        Assert.Single(graph.Asked);

        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.True(await CoordinatesAsync(Rosa));
    }

    [Fact]
    public async Task A_turn_does_not_wait_for_an_answer_that_does_not_come()
    {
        var gate = new TaskCompletionSource();
        held = gate.Task;
        groups = Groups(TimeSpan.FromMilliseconds(50));

        Assert.False(await CoordinatesAsync(Rosa));

        gate.SetResult();
        // Each of these calls waits a little for the pending query.
        bool coordinates = false;
        for (int turn = 0; turn < 200 && !coordinates; turn++)
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            coordinates = await CoordinatesAsync(Rosa);
        }
        Assert.True(coordinates);
        Assert.Single(graph.Asked);
    }

    [Fact]
    public async Task Whom_the_directory_does_not_know_is_in_no_group()
    {
        status = 404;

        Assert.False(await CoordinatesAsync(Rosa));
        Assert.DoesNotContain(log.Lines, line => line.Contains("not known", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_token_nobody_coordinates_and_no_turn_fails()
    {
        issuer.IsGone = true;

        Assert.False(await CoordinatesAsync(Rosa));
        Assert.Empty(graph.Asked);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_changed_for_another()
    {
        status = 401;
        await CoordinatesAsync(Rosa);
        status = 200;
        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.True(await CoordinatesAsync(Rosa));
        Assert.Equal(2, issuer.Given);
    }

    [Theory]
    [InlineData("", "Coordinators:GroupIds needs Bot:AppId")]
    [InlineData("ftp://graph.microsoft.com", "Directory:Graph is 'ftp://graph.microsoft.com'", "app")]
    [InlineData("http://graph.microsoft.com", "Directory:Graph is 'http://graph.microsoft.com'", "app")]
    public void Settings_that_could_not_be_asked_stop_the_start(string address, string sentence, string app = "")
    {
        var validator = new GroupOptionsValidator(
            Options.Create(new CoordinatorOptions { Tenant = GuardedBot.Tenant, GroupIds = [Group] }),
            Options.Create(new ConnectorOptions { AppId = app })
        );

        ValidateOptionsResult refused = validator.Validate(null, address.Length > 0 ? new() { Graph = address } : new());

        Assert.StartsWith(sentence, Assert.Single(refused.Failures!), StringComparison.Ordinal);
    }

    private IOptions<GroupOptions> Waiting(TimeSpan within) => Options.Create(new GroupOptions { Graph = graph.Address, Within = within });

    private CachedDirectoryGroups Groups(TimeSpan within) =>
        new(new Lazy<GraphClient>(client), Waiting(within), clock, logs.CreateLogger<CachedDirectoryGroups>());

    private Task<bool> CoordinatesAsync(EntraId person) => groups.CoordinatesAsync(person, CancellationToken.None).AsTask();

    private async Task AnswerAsync(HttpContext http)
    {
        await held;
        JsonElement question = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        http.Response.StatusCode = status;
        if (status != StatusCodes.Status200OK)
            return;
        Assert.StartsWith("Bearer ", http.Request.Headers.Authorization.ToString(), StringComparison.Ordinal);
        var person = Guid.Parse(http.Request.Path.Value!.Split('/')[3]);
        string[] asked = [.. question.GetProperty("groupIds").EnumerateArray().Select(id => id.GetString()!)];
        bool isMember = members.GetValueOrDefault(person) && asked.Contains(Group);
        await http.Response.WriteAsJsonAsync(new JsonObject { ["value"] = isMember ? new JsonArray(Group) : [] });
    }

    private sealed class Issuer : TokenCredential
    {
        private int given;

        public int Given => given;

        public string? AskedFor { get; private set; }

        public bool IsGone { get; set; }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            if (IsGone)
                throw new AuthenticationFailedException("gone");
            AskedFor = Assert.Single(requestContext.Scopes);
            return ValueTask.FromResult(new AccessToken($"{Interlocked.Increment(ref given)}", DateTimeOffset.MaxValue));
        }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
