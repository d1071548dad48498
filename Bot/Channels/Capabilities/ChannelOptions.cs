using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Capabilities;

/// <summary>Section <c>Channels</c>: overrides of <see cref="ChannelCapabilities"/>.</summary>
public sealed record ChannelOptions
{
    public const string Section = "Channels";

    /// <summary>Maximum length of a text by channel id, in UTF-16 units, e.g. <c>Channels:MaxTextLength:sms=320</c>.</summary>
    public Dictionary<string, int> MaxTextLength { get; init; } = [];
}

internal sealed class ChannelOptionsValidator : IValidateOptions<ChannelOptions>
{
    /// <summary>A lower limit would leave no room for text beside the part number.</summary>
    private const int Shortest = 70;

    public ValidateOptionsResult Validate(string? name, ChannelOptions options) =>
        options.MaxTextLength.FirstOrDefault(limit => limit.Value < Shortest) is { Key: { } channel, Value: var length }
            ? ValidateOptionsResult.Fail($"Channels:MaxTextLength:{channel} is {length}; a message needs room for {Shortest} at least.")
            : ValidateOptionsResult.Success;
}
