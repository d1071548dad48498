using System.Globalization;
using System.Threading.RateLimiting;
using AgaBot.Channels.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace AgaBot.Channels.Admission;

/// <summary>
/// Admits requests to this instance before their token is checked: by address block, and over all. What a block may ask is raised while a
/// workshop is open and the block is in its room. Conversations are limited after the token is checked
/// (<see cref="ConversationAdmission"/>).
/// </summary>
internal static class AddressAdmission
{
    /// <summary>The delay to report if it is unknown, which is the case for the limits of concurrent requests.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private const string Everybody = "*";

    /// <summary>So many times as many uploads wait for a place as have one.</summary>
    private const int Waiting = 20;

    public static void Configure(RateLimiterOptions options, AdmissionLimits limits, WorkshopRoom room)
    {
        options.OnRejected = static (rejected, _) => RejectAsync(rejected.HttpContext, rejected.Lease);
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            TokenBucket(limits.RequestsPerAddress, RequestCost.Request, room, limits.WorkshopFactor),
            TokenBucket(limits.TokensPerAddress, RequestCost.Token, room, limits.WorkshopFactor),
            Concurrency(limits.StreamsPerAddress, 0, RequestCost.Stream, room, limits.WorkshopFactor),
            Concurrency(limits.UploadsPerAddress, limits.UploadsPerAddress * Waiting, RequestCost.Upload, room, limits.WorkshopFactor),
            OverAll(RequestCost.Request, Bucket(limits.RequestsOverAll), RateLimitPartition.GetTokenBucketLimiter),
            OverAll(RequestCost.Token, Bucket(limits.TokensOverAll), RateLimitPartition.GetTokenBucketLimiter),
            OverAll(
                RequestCost.Upload,
                Places(limits.UploadsAtOnce, limits.UploadsAtOnce * Waiting),
                RateLimitPartition.GetConcurrencyLimiter
            )
        );
    }

    /// <param name="lease">The lease that was not acquired.</param>
    public static ValueTask RejectAsync(HttpContext http, RateLimitLease lease) =>
        RejectAsync(http, lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan known) ? known : RetryAfter);

    /// <param name="wait">After how long a request has a chance.</param>
    public static async ValueTask RejectAsync(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await HttpBodies.WriteErrorAsync(
            http,
            StatusCodes.Status429TooManyRequests,
            "TooManyRequests",
            "Too much at once from this address or in this conversation. Try again later."
        );
    }

    public static TokenBucketRateLimiterOptions Bucket(RateLimit allowance, int factor = 1) =>
        new()
        {
            TokenLimit = allowance.Burst * factor,
            TokensPerPeriod = allowance.PerSecond * factor,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            // The partitioned limiter refills all buckets with one timer.
            AutoReplenishment = false,
        };

    private static PartitionedRateLimiter<HttpContext> TokenBucket(RateLimit allowance, RequestCost cost, WorkshopRoom room, int factor)
    {
        TokenBucketRateLimiterOptions usual = Bucket(allowance),
            raised = Bucket(allowance, factor);
        return PerAddress(
            cost,
            room,
            (key, isRaised) => RateLimitPartition.GetTokenBucketLimiter((key, isRaised), _ => isRaised ? raised : usual)
        );
    }

    /// <summary>Limits concurrent requests. The request of a stream lasts as long as the stream.</summary>
    private static PartitionedRateLimiter<HttpContext> Concurrency(int permits, int queue, RequestCost cost, WorkshopRoom room, int factor)
    {
        ConcurrencyLimiterOptions usual = Places(permits, queue),
            raised = Places(permits * factor, queue * factor);
        return PerAddress(
            cost,
            room,
            (key, isRaised) => RateLimitPartition.GetConcurrencyLimiter((key, isRaised), _ => isRaised ? raised : usual)
        );
    }

    private static ConcurrencyLimiterOptions Places(int permits, int queue) => new() { PermitLimit = permits, QueueLimit = queue };

    private static PartitionedRateLimiter<HttpContext> PerAddress(
        RequestCost cost,
        WorkshopRoom room,
        Func<string, bool, RateLimitPartition<(string, bool)>> limiter
    ) =>
        PartitionedRateLimiter.Create<HttpContext, (string, bool)>(http =>
            RequestCostMetadata.CostOf(http).HasFlag(cost) && AddressBlock.Of(http.Connection.RemoteIpAddress) is var block
                ? limiter(block, room.Has(block))
                : RateLimitPartition.GetNoLimiter(("", false))
        );

    private static PartitionedRateLimiter<HttpContext> OverAll<TOptions>(
        RequestCost cost,
        TOptions limit,
        Func<string, Func<string, TOptions>, RateLimitPartition<string>> limiter
    ) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http =>
            RequestCostMetadata.CostOf(http).HasFlag(cost) ? limiter(Everybody, _ => limit) : RateLimitPartition.GetNoLimiter("")
        );
}
