namespace AgaBot.Plans.Invitations;

/// <summary>An invitation to coordinate, for one person.</summary>
/// <param name="Hash">The hash of the <see cref="InvitationCode"/>.</param>
/// <param name="UsedIn">The turn that used the invitation, which no other turn can use; null until then.</param>
public sealed record Invitation(string Hash, DateTimeOffset ExpiresAt, string? UsedIn)
{
    /// <summary>
    /// Whether a turn may use the invitation. The turn that used it may use it again, so that an interrupted turn can finish.
    /// </summary>
    public bool IsOpenTo(string turnId, DateTimeOffset now) => UsedIn is null ? now < ExpiresAt : UsedIn == turnId;
}

/// <summary>A coordinator invited somebody. The audit log says who.</summary>
public sealed record InvitationDrawn(Invitation Invitation, ParticipantId Maker) : PlanChange
{
    public override ParticipantId By => Maker;
}

/// <summary>Somebody used an invitation. The audit log names the invitation as its <see cref="InvitationDrawn"/> does.</summary>
public sealed record InvitationUsed(string Hash, string TurnId, ParticipantId Guest) : PlanChange
{
    public override ParticipantId By => Guest;
}

public interface IInvitations
{
    /// <summary>Null if no invitation has this hash.</summary>
    ValueTask<Invitation?> FindAsync(string hash, CancellationToken cancellationToken);
}
