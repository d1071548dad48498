using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using AgaBot.Channels.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace AgaBot.Channels.DirectLine.Limits;

/// <summary>
/// Limits the requests of each address and each conversation on this instance. Endpoints without <see cref="RequestCostMetadata"/> are not
/// limited.
/// </summary>
internal static class DirectLineRateLimiter
{
    /// <summary>The delay to report if it is unknown, which is the case for the limit of concurrent streams.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public static void Configure(RateLimiterOptions options, DirectLineLimits limits)
    {
        options.OnRejected = RejectAsync;
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            TokenBucket(limits.RequestsPerAddress, RequestCost.Request, AddressOf),
            TokenBucket(limits.TokensPerAddress, RequestCost.Token, AddressOf),
            TokenBucket(limits.RequestsPerConversation, RequestCost.Request, ConversationOf),
            TokenBucket(limits.ActivitiesPerConversation, RequestCost.Activity, ConversationOf),
            Concurrency(limits.StreamsPerAddress, RequestCost.Stream, AddressOf),
            Concurrency(limits.StreamsPerConversation, RequestCost.Stream, ConversationOf)
        );
    }

    private static PartitionedRateLimiter<HttpContext> TokenBucket(RateLimit allowance, RequestCost cost, Func<HttpContext, string?> keyOf)
    {
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = allowance.Burst,
            TokensPerPeriod = allowance.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            // The partitioned limiter refills all buckets with one timer.
            AutoReplenishment = false,
        };
        return Limit(cost, keyOf, key => RateLimitPartition.GetTokenBucketLimiter(key, _ => bucket));
    }

    /// <summary>Limits concurrent streams: the request of a stream lasts as long as the stream.</summary>
    private static PartitionedRateLimiter<HttpContext> Concurrency(int permits, RequestCost cost, Func<HttpContext, string?> keyOf)
    {
        var places = new ConcurrencyLimiterOptions { PermitLimit = permits };
        return Limit(cost, keyOf, key => RateLimitPartition.GetConcurrencyLimiter(key, _ => places));
    }

    private static PartitionedRateLimiter<HttpContext> Limit(
        RequestCost cost,
        Func<HttpContext, string?> keyOf,
        Func<string, RateLimitPartition<string>> limiter
    ) =>
        PartitionedRateLimiter.Create<HttpContext, string>(
            http =>
                http.GetEndpoint()?.Metadata.GetMetadata<RequestCostMetadata>() is { } costs
                && costs.Of.HasFlag(cost)
                && keyOf(http) is { } key
                    ? limiter(key)
                    : RateLimitPartition.GetNoLimiter(""),
            StringComparer.Ordinal
        );

    /// <summary>IPv6 clients are counted by /64 network, because a client usually controls a whole one.</summary>
    private static string AddressOf(HttpContext http) =>
        http.Connection.RemoteIpAddress switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } address => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
            IPAddress address => address.ToString(),
        };

    private static string? ConversationOf(HttpContext http) => http.GetRouteValue("conversationId") as string;

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        TimeSpan wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan known) ? known : RetryAfter;
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))
            .ToString(CultureInfo.InvariantCulture);
        await HttpBodies.WriteErrorAsync(
            rejected.HttpContext,
            StatusCodes.Status429TooManyRequests,
            "TooManyRequests",
            "Too much at once from this address or in this conversation. Try again later."
        );
    }
}
