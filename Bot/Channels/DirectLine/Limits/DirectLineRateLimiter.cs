using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace AgaBot.Channels.DirectLine.Limits;

/// <summary>Counts what each address and each conversation asks, on this instance. Endpoints without a <see cref="RequestCost"/> are free.</summary>
internal static class DirectLineRateLimiter
{
    /// <summary>Where nothing says when there will be room: a stream that has to end first.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public static void Configure(RateLimiterOptions options, DirectLineLimits limits)
    {
        options.OnRejected = RejectAsync;
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            Refilled(limits.RequestsPerAddress, RequestCost.Request, AddressOf),
            Refilled(limits.TokensPerAddress, RequestCost.Token, AddressOf),
            Refilled(limits.RequestsPerConversation, RequestCost.Request, ConversationOf),
            Refilled(limits.ActivitiesPerConversation, RequestCost.Activity, ConversationOf),
            AtOnce(limits.StreamsPerAddress, RequestCost.Stream, AddressOf),
            AtOnce(limits.StreamsPerConversation, RequestCost.Stream, ConversationOf)
        );
    }

    private static PartitionedRateLimiter<HttpContext> Refilled(RateLimit allowance, RequestCost cost, Func<HttpContext, string?> whose)
    {
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = allowance.Burst,
            TokensPerPeriod = allowance.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            // All buckets are refilled by one timer of the partitioned limiter.
            AutoReplenishment = false,
        };
        return Limit(cost, whose, key => RateLimitPartition.GetTokenBucketLimiter(key, _ => bucket));
    }

    /// <summary>A stream's request lasts as long as the stream, and so does its place.</summary>
    private static PartitionedRateLimiter<HttpContext> AtOnce(int permits, RequestCost cost, Func<HttpContext, string?> whose)
    {
        var places = new ConcurrencyLimiterOptions { PermitLimit = permits };
        return Limit(cost, whose, key => RateLimitPartition.GetConcurrencyLimiter(key, _ => places));
    }

    private static PartitionedRateLimiter<HttpContext> Limit(
        RequestCost cost,
        Func<HttpContext, string?> whose,
        Func<string, RateLimitPartition<string>> limiter
    ) =>
        PartitionedRateLimiter.Create<HttpContext, string>(
            http =>
                http.GetEndpoint()?.Metadata.GetMetadata<RequestCostMetadata>() is { } costs
                && costs.Of.HasFlag(cost)
                && whose(http) is { } key
                    ? limiter(key)
                    : RateLimitPartition.GetNoLimiter(""),
            StringComparer.Ordinal
        );

    /// <summary>Who has one IPv6 address has the whole network of 64 bits that it lies in.</summary>
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
