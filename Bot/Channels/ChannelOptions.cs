using Microsoft.Extensions.Options;

namespace AgaBot.Channels;

/// <summary>Section <c>Channels</c>: what an operator knows better of a channel than its table does.</summary>
public sealed record ChannelOptions
{
    public const string Section = "Channels";

    /// <summary>The longest text by channel id, in UTF-16 units, in place of the table's: e.g. <c>Channels:MaxTextLength:sms=320</c>.</summary>
    public Dictionary<string, int> MaxTextLength { get; init; } = [];
}

internal sealed class ChannelOptionsValidator : IValidateOptions<ChannelOptions>
{
    /// <summary>Less would leave no room for words beside the part's number.</summary>
    private const int Shortest = 70;

    public ValidateOptionsResult Validate(string? name, ChannelOptions options) =>
        options.MaxTextLength.FirstOrDefault(limit => limit.Value < Shortest) is { Key: { } channel, Value: var length }
            ? ValidateOptionsResult.Fail($"Channels:MaxTextLength:{channel} is {length}; a message needs room for {Shortest} at least.")
            : ValidateOptionsResult.Success;
}
