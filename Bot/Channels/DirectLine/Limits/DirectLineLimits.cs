using Microsoft.Extensions.Options;

namespace AgaBot.Channels.DirectLine.Limits;

/// <summary>
/// Section <c>DirectLine:Limits</c>: how much one address and one conversation may ask. A workshop of sixty people shares one address, and
/// all of them come at once when it begins and again when the bot restarts: they are far below it.
/// </summary>
public sealed record DirectLineLimits
{
    public const string Section = "DirectLine:Limits";

    /// <summary>New tokens of one address: each may begin a conversation.</summary>
    public RateLimit TokensPerAddress { get; init; } = new() { Burst = 300, PerSecond = 2 };

    /// <summary>Requests of any kind of one address.</summary>
    public RateLimit RequestsPerAddress { get; init; } = new() { Burst = 3_000, PerSecond = 200 };

    /// <summary>Requests of any kind in one conversation; a polling client asks up to five times a second, in each tab.</summary>
    public RateLimit RequestsPerConversation { get; init; } = new() { Burst = 300, PerSecond = 20 };

    /// <summary>Activities and files that are sent in one conversation.</summary>
    public RateLimit ActivitiesPerConversation { get; init; } = new() { Burst = 60, PerSecond = 4 };

    /// <summary>Streams that are open at once.</summary>
    public int StreamsPerAddress { get; init; } = 500;

    /// <summary>Streams that are open at once: a tab has one, and for a moment two when it connects again.</summary>
    public int StreamsPerConversation { get; init; } = 8;

    /// <summary>Of all files of one message, in bytes: a ficha in Word has some 100 KB.</summary>
    public int UploadBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How long a reader may take over one frame before its stream is closed; it comes back with its watermark.</summary>
    public TimeSpan SlowReader { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>So much at once, and so much again each second after that.</summary>
public sealed record RateLimit
{
    public int Burst { get; init; }

    public int PerSecond { get; init; }
}

/// <summary>Stops the start on a limit that would let nobody in, and says which.</summary>
internal sealed class DirectLineLimitsValidator : IValidateOptions<DirectLineLimits>
{
    /// <summary>It is held in memory while it is read.</summary>
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
            yield return $"{DirectLineLimits.Section}:{nameof(limits.UploadBytes)} is {limits.UploadBytes}; it goes up to {MaxUploadBytes}.";
        if (limits.SlowReader <= TimeSpan.Zero || limits.SlowReader > TimeSpan.FromMinutes(5))
            yield return $"{DirectLineLimits.Section}:{nameof(limits.SlowReader)} is {limits.SlowReader}; it goes up to 00:05:00.";
    }

    private static (string Name, int Value)[] Of(string name, RateLimit allowance) =>
        [($"{name}:{nameof(allowance.Burst)}", allowance.Burst), ($"{name}:{nameof(allowance.PerSecond)}", allowance.PerSecond)];
}
