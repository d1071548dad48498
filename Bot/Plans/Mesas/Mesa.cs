using System.Collections.Immutable;
using AgaBot.Forms;

namespace AgaBot.Plans.Mesas;

/// <summary>A table of people at a workshop, for whom one facilitator records with one phone. The people are counted, not named.</summary>
/// <param name="Number">From 1, in the order in which the mesas of the plan were opened: "Mesa 2".</param>
/// <param name="Facilitator">Who opened the mesa; <see cref="ParticipantId.Nobody"/> after an erasure.</param>
/// <param name="Attendance">Everybody at the table, including people who claimed their seat.</param>
/// <param name="Claimed">People who claimed their seat and are counted as participants instead.</param>
/// <param name="ClosedAt">Null while the mesa is open.</param>
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
    /// <summary>Whether the people of the mesa are counted.</summary>
    public MesaStanding Standing { get; init; }

    /// <summary>Why a coordinator voided the mesa; null unless it is voided.</summary>
    public string? VoidedBecause { get; init; }

    /// <summary>How long the code of a mesa can be used if nobody closes the mesa.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>Maximum number of people: a whole workshop may be entered as one mesa.</summary>
    public const int MostPeople = 500;

    /// <summary>The people counted with the mesa, without those counted as participants.</summary>
    public Attendance Anonymous => Attendance.Without(Claimed);

    public bool IsOpen(DateTimeOffset now) => ClosedAt is null && now < OpenedAt + Life;

    /// <summary>
    /// The seat that a person may claim: one of their organisation type and gender. For a person who is neither woman nor man or did not
    /// say, the largest group of their type. Null if no seat is left.
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

/// <summary>Whether the people of a mesa are counted.</summary>
public enum MesaStanding
{
    /// <summary>A coordinator opened or accepted the mesa.</summary>
    Counted,

    /// <summary>Anybody may open a mesa. Its people are counted apart until a coordinator accepts it.</summary>
    Waiting,

    /// <summary>A coordinator took it out of the figures.</summary>
    Voided,
}

/// <summary>Number of people by organisation type and gender, without empty groups.</summary>
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

    /// <summary>Never negative.</summary>
    public Attendance Without(Attendance others) =>
        From(Groups.Select(group => KeyValuePair.Create(group.Key, group.Value - others.Of(group.Key))));

    /// <summary>Whether these groups include all the others.</summary>
    public bool Holds(Attendance others) => others.Groups.All(group => group.Value <= Of(group.Key));

    public PlanCounts ToCounts() =>
        Groups.Aggregate(PlanCounts.None, static (sum, group) => sum.Plus(PlanCounts.Of(group.Key, group.Value)));

    public bool Equals(Attendance? other) => other is not null && Groups.SequenceEqual(other.Groups);

    public override int GetHashCode() => Groups.Count;
}
