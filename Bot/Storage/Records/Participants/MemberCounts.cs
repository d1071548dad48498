using AgaBot.Plans;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Participants;

internal static class MemberCounts
{
    /// <summary>What a member's row adds to the counts. A person who became part of another is counted there.</summary>
    public static PlanCounts Of(StoredMember member) =>
        member.LinkedTo is null ? PlanCounts.Of(new ParticipantGroup(member.Type, member.Gender), 1) : PlanCounts.None;
}
