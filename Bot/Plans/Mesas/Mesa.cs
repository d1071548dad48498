using System.Collections.Immutable;
using AgaBot.Forms;

namespace AgaBot.Plans.Mesas;

/// <summary>A table of people at a workshop, for whom one facilitator records with one phone. They are counted, not named.</summary>
/// <param name="Number">From 1, in the order in which the plan's mesas were opened: "Mesa 2".</param>
/// <param name="Facilitator">Who opened it; nobody once they had their data erased.</param>
/// <param name="Attendance">Everybody at the table, also those who took their seat since.</param>
/// <param name="Claimed">Those of them who are participants of their own by now, and are counted as such.</param>
/// <param name="ClosedAt">Null while it goes on.</param>
public sealed record Mesa(
    MesaId Id,
    int Number,
    ParticipantId Facilitator,
    Attendance Attendance,
    Attendance Claimed,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt
)
{
    /// <summary>How long a mesa's code can be used where nobody closes it.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>How many can sit at one: a whole workshop may be entered as one.</summary>
    public const int MostPeople = 500;

    /// <summary>Those who are counted with the mesa: nobody is counted twice.</summary>
    public Attendance Anonymous => Attendance.Without(Claimed);

    public bool IsOpen(DateTimeOffset now) => ClosedAt is null && now < OpenedAt + Life;

    /// <summary>
    /// The seat that somebody may take as theirs: one of their organisation type and gender; where they said neither woman nor man, any of
    /// their type, of which there are more first. Null where none is left.
    /// </summary>
    public ParticipantGroup? SeatFor(Profile profile) =>
        profile.Gender is Gender.Woman or Gender.Man
            ? Anonymous.Of(new ParticipantGroup(profile.OrganisationTypeId, profile.Gender)) > 0
                ? new ParticipantGroup(profile.OrganisationTypeId, profile.Gender)
                : null
            : Anonymous
                .Groups.Where(group => group.Key.OrganisationTypeId == profile.OrganisationTypeId)
                .OrderByDescending(static group => group.Value)
                .Select(static group => (ParticipantGroup?)group.Key)
                .FirstOrDefault();
}

/// <summary>How many people of each organisation type and gender; a group of nobody is not there.</summary>
public sealed record Attendance(ImmutableSortedDictionary<ParticipantGroup, int> Groups)
{
    public static Attendance Nobody { get; } = new(ImmutableSortedDictionary<ParticipantGroup, int>.Empty);

    public int People => Groups.Values.Sum();

    public static Attendance From(IEnumerable<KeyValuePair<ParticipantGroup, int>> groups) =>
        new(groups.Where(static group => group.Value > 0).ToImmutableSortedDictionary());

    public static Attendance Of(Answer.HeadCount count) =>
        From(
            count.Groups.SelectMany(static group =>
                (KeyValuePair<ParticipantGroup, int>[])
                    [
                        KeyValuePair.Create(new ParticipantGroup(group.OptionId, Gender.Woman), group.Women),
                        KeyValuePair.Create(new ParticipantGroup(group.OptionId, Gender.Man), group.Men),
                    ]
            )
        );

    public Answer.HeadCount ToAnswer(Plan plan) =>
        new([
            .. plan
                .OrganisationTypes.Select(type => new GroupSize(
                    type.Id,
                    Of(new ParticipantGroup(type.Id, Gender.Woman)),
                    Of(new ParticipantGroup(type.Id, Gender.Man))
                ))
                .Where(static size => size is not { Women: 0, Men: 0 }),
        ]);

    public int Of(ParticipantGroup group) => Groups.GetValueOrDefault(group);

    public Attendance Plus(ParticipantGroup group, int people) => From(Groups.SetItem(group, Of(group) + people));

    /// <summary>Never less than nobody.</summary>
    public Attendance Without(Attendance others) =>
        From(Groups.Select(group => KeyValuePair.Create(group.Key, group.Value - others.Of(group.Key))));

    /// <summary>Whether all of the others are among these.</summary>
    public bool Holds(Attendance others) => others.Groups.All(group => group.Value <= Of(group.Key));

    /// <summary>What they add to the counts.</summary>
    public PlanCounts ToCounts() =>
        Groups.Aggregate(PlanCounts.None, static (sum, group) => sum.Plus(PlanCounts.Of(group.Key, group.Value)));

    public bool Equals(Attendance? other) => other is not null && Groups.SequenceEqual(other.Groups);

    public override int GetHashCode() => Groups.Count;
}
