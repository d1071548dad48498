using System.Collections.Frozen;
using AgaBot.Channels.Connector;
using AgaBot.Channels.Protocol;

namespace AgaBot.Channels.Authentication;

/// <summary>Who posts to <c>/api/messages</c>, and what they may post there.</summary>
internal abstract record Caller
{
    private Caller() { }

    /// <summary>Whether the <c>serviceUrl</c> of an activity without <see cref="Fault"/> was vouched for.</summary>
    public abstract bool VouchesForServiceUrl { get; }

    /// <summary>The sentence that says why this activity is not theirs to post; null where it is.</summary>
    public abstract string? Fault(Activity activity);

    /// <summary>A program on this machine, where no registration is configured.</summary>
    public sealed record LoopbackProgram : Caller
    {
        public override bool VouchesForServiceUrl => false;

        public override string? Fault(Activity activity) =>
            ServiceUrls.MayBeCalled(activity.ServiceUrl!, isVouched: false) ? null : "Nothing vouches for this serviceUrl.";
    }

    /// <summary>Azure Bot Service.</summary>
    /// <param name="Endorsements">The channels that the key of the token is for.</param>
    /// <param name="ServiceUrl">Where the token says that the channel is; null where it does not say.</param>
    public sealed record Channel(FrozenSet<string> Endorsements, string? ServiceUrl) : Caller
    {
        public override bool VouchesForServiceUrl => true;

        public override string? Fault(Activity activity) =>
            activity switch
            {
                _ when !Endorsements.Contains(activity.ChannelId!) => "The token's key is not endorsed for this channelId.",
                _ when !string.Equals(activity.ServiceUrl, ServiceUrl, StringComparison.Ordinal) =>
                    "The token does not vouch for this serviceUrl.",
                _ when !ServiceUrls.MayBeCalled(ServiceUrl!, isVouched: true) => "This serviceUrl is not https.",
                _ => null,
            };
    }

    /// <summary>An app of the tenant that is on the list.</summary>
    public sealed record App(AllowedCaller Allowed) : Caller
    {
        public override bool VouchesForServiceUrl => true;

        /// <summary>A <c>serviceUrl</c> may end in a slash or not.</summary>
        public override string? Fault(Activity activity) =>
            string.Equals(activity.ServiceUrl!.TrimEnd('/'), Allowed.ServiceUrl.TrimEnd('/'), StringComparison.Ordinal)
                ? null
                : "Bot:AllowedCallers has another serviceUrl for this caller.";
    }
}
