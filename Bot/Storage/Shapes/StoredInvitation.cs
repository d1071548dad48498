using AgaBot.Plans.Invitations;

namespace AgaBot.Storage.Shapes;

/// <summary>Row <c>gi:…</c> of a plan's partition, under the hash of its code. The audit log says who invited and who came.</summary>
internal sealed record StoredInvitation(int V, DateTimeOffset ExpiresAt, string? UsedIn = null) : IStoredRow
{
    public static StoredInvitation Of(Invitation invitation) => new(StoredRow.Version, invitation.ExpiresAt, invitation.UsedIn);

    public Invitation ToInvitation(string hash) => new(hash, ExpiresAt, UsedIn);
}
