using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgaBot.Channels.Connector;
using AgaBot.Turns.Coordinators;
using AgaBot.Turns.Requests;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Groups;

/// <summary>
/// Queries group membership in Microsoft Graph (<c>POST /users/{id}/checkMemberGroups</c>, which includes nested groups). The app needs the
/// application permissions User.Read.All and GroupMember.Read.All.
/// </summary>
internal sealed class GraphClient(
    EntraTokenCache tokens,
    IOptions<GroupOptions> options,
    IOptions<CoordinatorOptions> coordinators,
    ILogger<GraphClient> logger
) : IDisposable
{
    public const string Scope = "/.default";

    private const int MaxAnswerBytes = 64 * 1024;

    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    private readonly byte[] requestBody = JsonSerializer.SerializeToUtf8Bytes(
        new CheckMemberGroupsRequest([.. coordinators.Value.Groups]),
        GraphJsonContext.Default.CheckMemberGroupsRequest
    );

    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(3),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }
    )
    {
        Timeout = AnswerWithin,
        MaxResponseContentBufferSize = MaxAnswerBytes,
    };

    /// <summary>Does not throw: a failed query is logged and returns <see cref="Membership.Unknown"/>.</summary>
    public async Task<Membership> CheckAsync(EntraId person)
    {
        try
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Post,
                $"{options.Value.Graph.TrimEnd('/')}/v1.0/users/{person.ObjectId:D}/checkMemberGroups"
            );
            request.Headers.Authorization = await tokens.GetAsync();
            request.Content = new ByteArrayContent(requestBody) { Headers = { ContentType = JsonType } };
            using HttpResponseMessage response = await http.SendAsync(request, CancellationToken.None);
            return await ReadAsync(response, request.Headers.Authorization);
        }
        catch (Exception failure)
            when (failure is HttpRequestException or OperationCanceledException or JsonException or AuthenticationFailedException)
        {
            GroupsLog.NotAsked(logger, failure);
            return new Membership.Unknown();
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<Membership> ReadAsync(HttpResponseMessage response, AuthenticationHeaderValue? sentToken)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                CheckMemberGroupsResponse? groups = JsonSerializer.Deserialize(
                    await response.Content.ReadAsByteArrayAsync(),
                    GraphJsonContext.Default.CheckMemberGroupsResponse
                );
                return groups is { Value.IsDefault: false } ? new Membership.Known(!groups.Value.IsEmpty) : Refused(response);
            // The person belongs to another directory, or no longer exists in this one.
            case HttpStatusCode.NotFound:
                return new Membership.Known(IsMember: false);
            case HttpStatusCode.Unauthorized when sentToken is not null:
                tokens.Forget(sentToken);
                return Refused(response);
            case HttpStatusCode.Forbidden:
                GroupsLog.NotPermitted(logger);
                return new Membership.Unknown();
            default:
                return Refused(response);
        }
    }

    private Membership.Unknown Refused(HttpResponseMessage response)
    {
        GroupsLog.Refused(logger, (int)response.StatusCode);
        return new();
    }
}

internal sealed record CheckMemberGroupsRequest(ImmutableArray<string> GroupIds);

/// <param name="Value">The requested groups that the person is a member of.</param>
internal sealed record CheckMemberGroupsResponse(ImmutableArray<string> Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckMemberGroupsRequest))]
[JsonSerializable(typeof(CheckMemberGroupsResponse))]
internal sealed partial class GraphJsonContext : JsonSerializerContext;
