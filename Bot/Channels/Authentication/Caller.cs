using System.Collections.Frozen;
using AgaBot.Channels.Connector;
using AgaBot.Channels.Protocol;

namespace AgaBot.Channels.Authentication;

/// <summary>The caller of <c>/api/messages</c>, and the activities that the caller may post.</summary>
internal abstract record Caller
{
    private Caller() { }

    /// <summary>Whether the caller vouches for the <c>serviceUrl</c> of an activity that has no <see cref="Fault"/>.</summary>
    public abstract bool VouchesForServiceUrl { get; }

    /// <summary>A sentence that says why the caller may not post this activity; null if the caller may.</summary>
    public abstract string? Fault(Activity activity);

    /// <summary>A program on the same machine, when no app registration is configured.</summary>
    public sealed record LoopbackProgram : Caller
    {
        public override bool VouchesForServiceUrl => false;

        public override string? Fault(Activity activity) =>
            ServiceUrls.MayBeCalled(activity.ServiceUrl!, isVouched: false) ? null : "Nothing vouches for this serviceUrl.";
    }

    /// <summary>Azure Bot Service.</summary>
    /// <param name="Endorsements">The channels for which the key of the token is endorsed.</param>
    /// <param name="ServiceUrl">The <c>serviceUrl</c> claim of the token; null if the token has none.</param>
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

    /// <summary>An app of the tenant that <c>Bot:AllowedCallers</c> lists.</summary>
    public sealed record App(AllowedCaller Allowed) : Caller
    {
        public override bool VouchesForServiceUrl => true;

        /// <summary>A trailing slash of a <c>serviceUrl</c> makes no difference.</summary>
        public override string? Fault(Activity activity) =>
            string.Equals(activity.ServiceUrl!.TrimEnd('/'), Allowed.ServiceUrl.TrimEnd('/'), StringComparison.Ordinal)
                ? null
                : "Bot:AllowedCallers has another serviceUrl for this caller.";
    }
}
