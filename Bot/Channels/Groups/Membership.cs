namespace AgaBot.Channels.Groups;

/// <summary>Whether a person is in any of the groups, according to Microsoft Graph.</summary>
internal abstract record Membership
{
    private Membership() { }

    public sealed record Known(bool IsMember) : Membership;

    /// <summary>Microsoft Graph is unavailable, or does not permit the query.</summary>
    public sealed record Unknown : Membership;
}
