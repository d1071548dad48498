namespace AgaBot.Channels.Groups;

/// <summary>What Microsoft Graph says to the question whether somebody is in any of the groups.</summary>
internal abstract record Membership
{
    private Membership() { }

    public sealed record Known(bool IsMember) : Membership;

    /// <summary>It could not be asked, or does not tell the bot.</summary>
    public sealed record Unknown : Membership;
}
