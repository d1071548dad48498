namespace AgaBot.Plans;

/// <summary>A profile was completed or corrected; the person is counted under its organisation type and gender.</summary>
public sealed record ParticipantRegistered(ParticipantId Participant, string OrganisationTypeId, Gender? Gender) : PlanChange
{
    public override ParticipantId By => Participant;
}

public sealed record RoleGranted(ParticipantId Participant, Role Role) : PlanChange
{
    public override ParticipantId By => Participant;
}
