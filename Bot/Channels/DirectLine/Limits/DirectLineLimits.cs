using Microsoft.Extensions.Options;

namespace AgaBot.Channels.DirectLine.Limits;

/// <summary>
/// Section <c>DirectLine:Limits</c>: limits of one address and of one conversation. The people of a workshop share one address and connect
/// at the same time, when the workshop begins and when the bot restarts. A workshop of sixty people stays far below the default limits.
/// </summary>
public sealed record DirectLineLimits
{
    public const string Section = "DirectLine:Limits";

    /// <summary>New tokens for one address. Each token can start a conversation.</summary>
    public RateLimit TokensPerAddress { get; init; } = new() { Burst = 300, PerSecond = 2 };

    /// <summary>All requests of one address.</summary>
    public RateLimit RequestsPerAddress { get; init; } = new() { Burst = 3_000, PerSecond = 200 };

    /// <summary>All requests of one conversation. A polling client sends up to five requests per second in each tab.</summary>
    public RateLimit RequestsPerConversation { get; init; } = new() { Burst = 300, PerSecond = 20 };

    /// <summary>Activities and files of one conversation.</summary>
    public RateLimit ActivitiesPerConversation { get; init; } = new() { Burst = 60, PerSecond = 4 };

    /// <summary>Concurrent streams of one address.</summary>
    public int StreamsPerAddress { get; init; } = 500;

    /// <summary>Concurrent streams of one conversation. A tab has one, and briefly two while it reconnects.</summary>
    public int StreamsPerConversation { get; init; } = 8;

    /// <summary>Maximum size of all files of one message, in bytes. A ficha in Word has about 100 KB.</summary>
    public int UploadBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Maximum time to send one frame before the stream is closed. The page reconnects with its watermark.</summary>
    public TimeSpan SlowReader { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>A token bucket: its size, and the number of requests that are added per second.</summary>
public sealed record RateLimit
{
    public int Burst { get; init; }

    public int PerSecond { get; init; }
}

/// <summary>Stops the start on a limit that would refuse every request.</summary>
internal sealed class DirectLineLimitsValidator : IValidateOptions<DirectLineLimits>
{
    /// <summary>An upload is held in memory.</summary>
    private const int MaxUploadBytes = 16 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, DirectLineLimits options)
    {
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(DirectLineLimits limits)
    {
        (string Name, int Value)[] counts =
        [
            .. Of(nameof(limits.TokensPerAddress), limits.TokensPerAddress),
            .. Of(nameof(limits.RequestsPerAddress), limits.RequestsPerAddress),
            .. Of(nameof(limits.RequestsPerConversation), limits.RequestsPerConversation),
            .. Of(nameof(limits.ActivitiesPerConversation), limits.ActivitiesPerConversation),
            (nameof(limits.UploadBytes), limits.UploadBytes),
            (nameof(limits.StreamsPerAddress), limits.StreamsPerAddress),
            (nameof(limits.StreamsPerConversation), limits.StreamsPerConversation),
        ];
        foreach ((string name, int value) in counts)
        {
            if (value < 1)
                yield return $"{DirectLineLimits.Section}:{name} is {value}; at least 1 lets somebody in.";
        }
        if (limits.UploadBytes > MaxUploadBytes)
        {
            yield return $"{DirectLineLimits.Section}:{nameof(limits.UploadBytes)} is {limits.UploadBytes}; "
                + $"it goes up to {MaxUploadBytes}.";
        }
        if (limits.SlowReader <= TimeSpan.Zero || limits.SlowReader > TimeSpan.FromMinutes(5))
            yield return $"{DirectLineLimits.Section}:{nameof(limits.SlowReader)} is {limits.SlowReader}; it goes up to 00:05:00.";
    }

    private static (string Name, int Value)[] Of(string name, RateLimit allowance) =>
        [($"{name}:{nameof(allowance.Burst)}", allowance.Burst), ($"{name}:{nameof(allowance.PerSecond)}", allowance.PerSecond)];
}
