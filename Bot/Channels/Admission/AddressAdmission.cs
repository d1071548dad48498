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

    public static void Configure(RateLimiterOptions options, AdmissionLimits limits, WorkshopRoom room)
    {
        options.OnRejected = static (rejected, _) =>
            RejectAsync(
                rejected.HttpContext,
                rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan known) ? known : RetryAfter
            );
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            TokenBucket(limits.RequestsPerAddress, RequestCost.Request, room, limits.WorkshopFactor),
            TokenBucket(limits.TokensPerAddress, RequestCost.Token, room, limits.WorkshopFactor),
            Concurrency(limits.StreamsPerAddress, 0, RequestCost.Stream, room, limits.WorkshopFactor),
            Concurrency(limits.UploadsPerAddress, limits.UploadsPerAddress * 20, RequestCost.Upload, room, limits.WorkshopFactor),
            OverAll(limits.RequestsOverAll, RequestCost.Request),
            OverAll(limits.TokensOverAll, RequestCost.Token),
            UploadsOverAll(limits.UploadsAtOnce)
        );
    }

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

    private static PartitionedRateLimiter<HttpContext> OverAll(RateLimit allowance, RequestCost cost)
    {
        TokenBucketRateLimiterOptions bucket = Bucket(allowance);
        return PartitionedRateLimiter.Create<HttpContext, string>(http =>
            RequestCostMetadata.CostOf(http).HasFlag(cost)
                ? RateLimitPartition.GetTokenBucketLimiter(Everybody, _ => bucket)
                : RateLimitPartition.GetNoLimiter("")
        );
    }

    private static PartitionedRateLimiter<HttpContext> UploadsOverAll(int permits)
    {
        ConcurrencyLimiterOptions places = Places(permits, permits * 20);
        return PartitionedRateLimiter.Create<HttpContext, string>(http =>
            RequestCostMetadata.CostOf(http).HasFlag(RequestCost.Upload)
                ? RateLimitPartition.GetConcurrencyLimiter(Everybody, _ => places)
                : RateLimitPartition.GetNoLimiter("")
        );
    }
}
