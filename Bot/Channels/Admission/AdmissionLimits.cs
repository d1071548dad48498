using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Admission;

/// <summary>
/// Section <c>DirectLine:Limits</c>: limits of one address block, of one conversation and over all, on one instance. A block is an IPv4
/// address or an IPv6 /48. The people of a workshop share one address and connect at the same time, when the workshop begins and when the
/// bot restarts. A hall of two hundred people stays below the default limits.
/// </summary>
public sealed record AdmissionLimits
{
    public const string Section = "DirectLine:Limits";

    /// <summary>New tokens for one address. Each token can start a conversation.</summary>
    public RateLimit TokensPerAddress { get; init; } = new() { Burst = 300, PerSecond = 2 };

    /// <summary>New tokens over all.</summary>
    public RateLimit TokensOverAll { get; init; } = new() { Burst = 3_000, PerSecond = 20 };

    /// <summary>All requests of one address, those for the files of the page included.</summary>
    public RateLimit RequestsPerAddress { get; init; } = new() { Burst = 6_000, PerSecond = 400 };

    /// <summary>All requests over all.</summary>
    public RateLimit RequestsOverAll { get; init; } = new() { Burst = 20_000, PerSecond = 2_000 };

    /// <summary>All requests of one conversation. A polling client sends up to five requests per second in each tab.</summary>
    public RateLimit RequestsPerConversation { get; init; } = new() { Burst = 300, PerSecond = 20 };

    /// <summary>Activities and files of one conversation.</summary>
    public RateLimit ActivitiesPerConversation { get; init; } = new() { Burst = 60, PerSecond = 4 };

    /// <summary>Own fichas and own data that one conversation downloads.</summary>
    public RateLimit DownloadsPerConversation { get; init; } = new() { Burst = 30, PerSecond = 1 };

    /// <summary>Concurrent uploads of one address. Twenty times as many wait for their turn.</summary>
    public int UploadsPerAddress { get; init; } = 4;

    /// <summary>Concurrent uploads over all. An upload is held in memory. Twenty times as many wait for their turn.</summary>
    public int UploadsAtOnce { get; init; } = 16;

    /// <summary>Maximum time in which an upload has to arrive. A ficha of 100 KB arrives over a line of 5 kbit/s.</summary>
    public TimeSpan SlowUpload { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Bytes of messages that one conversation sends in an hour, and as many bytes of files.</summary>
    public long ConversationBytesPerHour { get; init; } = 32L * 1024 * 1024;

    /// <summary>The same for one address.</summary>
    public long AddressBytesPerHour { get; init; } = 128L * 1024 * 1024;

    /// <summary>The same over all.</summary>
    public long BytesPerHour { get; init; } = 2048L * 1024 * 1024;

    /// <summary>What an address in the room of an open workshop may do, as a multiple of what others may.</summary>
    public int WorkshopFactor { get; init; } = 5;

    /// <summary>Minimum number of conversations that wrote from an address within an hour for it to be in the room.</summary>
    public int FewestInRoom { get; init; } = 10;

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
internal sealed class AdmissionLimitsValidator : IValidateOptions<AdmissionLimits>
{
    /// <summary>An upload is held in memory.</summary>
    private const int MaxUploadBytes = 16 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, AdmissionLimits options)
    {
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(AdmissionLimits limits)
    {
        (string Name, long Value)[] counts =
        [
            .. Of(nameof(limits.TokensPerAddress), limits.TokensPerAddress),
            .. Of(nameof(limits.TokensOverAll), limits.TokensOverAll),
            .. Of(nameof(limits.RequestsPerAddress), limits.RequestsPerAddress),
            .. Of(nameof(limits.RequestsOverAll), limits.RequestsOverAll),
            .. Of(nameof(limits.RequestsPerConversation), limits.RequestsPerConversation),
            .. Of(nameof(limits.ActivitiesPerConversation), limits.ActivitiesPerConversation),
            .. Of(nameof(limits.DownloadsPerConversation), limits.DownloadsPerConversation),
            (nameof(limits.UploadsPerAddress), limits.UploadsPerAddress),
            (nameof(limits.UploadsAtOnce), limits.UploadsAtOnce),
            (nameof(limits.ConversationBytesPerHour), limits.ConversationBytesPerHour),
            (nameof(limits.AddressBytesPerHour), limits.AddressBytesPerHour),
            (nameof(limits.BytesPerHour), limits.BytesPerHour),
            (nameof(limits.WorkshopFactor), limits.WorkshopFactor),
            (nameof(limits.FewestInRoom), limits.FewestInRoom),
            (nameof(limits.UploadBytes), limits.UploadBytes),
            (nameof(limits.StreamsPerAddress), limits.StreamsPerAddress),
            (nameof(limits.StreamsPerConversation), limits.StreamsPerConversation),
        ];
        foreach ((string name, long value) in counts)
        {
            if (value < 1)
                yield return $"{AdmissionLimits.Section}:{name} is {value}; at least 1 lets somebody in.";
        }
        if (limits.UploadBytes > MaxUploadBytes)
        {
            yield return $"{AdmissionLimits.Section}:{nameof(limits.UploadBytes)} is {limits.UploadBytes}; "
                + $"it goes up to {MaxUploadBytes}.";
        }
        if (limits.SlowUpload <= TimeSpan.Zero)
            yield return $"{AdmissionLimits.Section}:{nameof(limits.SlowUpload)} is {limits.SlowUpload}; no upload arrives.";
        if (limits.SlowReader <= TimeSpan.Zero || limits.SlowReader > TimeSpan.FromMinutes(5))
            yield return $"{AdmissionLimits.Section}:{nameof(limits.SlowReader)} is {limits.SlowReader}; it goes up to 00:05:00.";
    }

    private static (string Name, long Value)[] Of(string name, RateLimit allowance) =>
        [($"{name}:{nameof(allowance.Burst)}", allowance.Burst), ($"{name}:{nameof(allowance.PerSecond)}", allowance.PerSecond)];
}
