using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Admission;

/// <summary>
/// Admits requests of one conversation after their token was checked, so that nobody else uses up its limits. A conversation is named by
/// its token, and not by the address of the request.
/// </summary>
internal sealed class ConversationAdmission : IDisposable
{
    private readonly (RequestCost Cost, PartitionedRateLimiter<string> Limiter)[] limiters;

    public ConversationAdmission(IOptions<AdmissionLimits> options)
    {
        AdmissionLimits limits = options.Value;
        limiters =
        [
            (RequestCost.Request, TokenBucket(limits.RequestsPerConversation)),
            (RequestCost.Activity, TokenBucket(limits.ActivitiesPerConversation)),
            (RequestCost.Download, TokenBucket(limits.DownloadsPerConversation)),
            (RequestCost.Stream, Concurrency(limits.StreamsPerConversation)),
        ];
    }

    /// <summary>False if the request was refused; an error response has then been written.</summary>
    public async ValueTask<bool> AdmitAsync(HttpContext http, string conversationId)
    {
        RequestCost cost = RequestCostMetadata.CostOf(http);
        foreach ((RequestCost counted, PartitionedRateLimiter<string> limiter) in limiters)
        {
            if (!cost.HasFlag(counted))
                continue;
            RateLimitLease lease = limiter.AttemptAcquire(conversationId);
            http.Response.RegisterForDispose(lease);
            if (lease.IsAcquired)
                continue;
            await AddressAdmission.RejectAsync(http, lease);
            return false;
        }
        return true;
    }

    public void Dispose()
    {
        foreach ((_, PartitionedRateLimiter<string> limiter) in limiters)
            limiter.Dispose();
    }

    private static PartitionedRateLimiter<string> TokenBucket(RateLimit allowance)
    {
        TokenBucketRateLimiterOptions bucket = AddressAdmission.Bucket(allowance);
        return PartitionedRateLimiter.Create<string, string>(
            id => RateLimitPartition.GetTokenBucketLimiter(id, _ => bucket),
            StringComparer.Ordinal
        );
    }

    private static PartitionedRateLimiter<string> Concurrency(int permits)
    {
        var places = new ConcurrencyLimiterOptions { PermitLimit = permits };
        return PartitionedRateLimiter.Create<string, string>(
            id => RateLimitPartition.GetConcurrencyLimiter(id, _ => places),
            StringComparer.Ordinal
        );
    }
}
