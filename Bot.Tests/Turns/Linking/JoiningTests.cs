using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Turns.Linking;
using AgaBot.Turns.State;

namespace AgaBot.Tests.Turns.Linking;

/// <summary>The profile and the drafts of two participants who become one.</summary>
public sealed class JoiningTests
{
    private static readonly DateTimeOffset Day = new(2016, 5, 11, 9, 0, 0, TimeSpan.Zero);
    private static readonly Profile Rosa = new("Rosa Flores", "JUSHCAMIL", "civil", null);
    private static readonly Profile RosaOfTheRegion = new("Rosa F.", "Región", "regional", Gender.Woman);

    [Theory]
    [InlineData("webchat:dl_9", "entra:t:a", "entra:t:a")]
    [InlineData("entra:t:a", "webchat:dl_9", "entra:t:a")]
    [InlineData("webchat:dl_1", "webchat:dl_2", "webchat:dl_2")]
    [InlineData("entra:t:b", "entra:t:a", "entra:t:b")]
    public void Both_sides_agree_on_who_stays(string one, string other, string stays)
    {
        (ParticipantId from, ParticipantId to) = Joining.Order(new(one), new(other));

        Assert.Equal(stays, to.Value);
        Assert.NotEqual(from, to);
        Assert.Equal((from, to), Joining.Order(new(other), new(one)));
    }

    [Fact]
    public void The_profile_is_the_one_of_where_the_code_was_asked_for()
    {
        Assert.Equal(Rosa, Join(Of(RosaOfTheRegion), Of(Rosa), profileOfOther: true).Participant.Profile);
        Assert.Equal(RosaOfTheRegion, Join(Of(RosaOfTheRegion), Of(Rosa), profileOfOther: false).Participant.Profile);
    }

    [Fact]
    public void Where_one_has_told_nothing_the_others_profile_is_kept()
    {
        Assert.Equal(Rosa, Join(Of(null), Of(Rosa), profileOfOther: false).Participant.Profile);
        Assert.Equal(Rosa, Join(Of(Rosa), Of(null), profileOfOther: true).Participant.Profile);
    }

    [Fact]
    public void Drafts_are_united_and_none_stands_twice()
    {
        ParticipantRecord stays = Of(null, Draft("b", 2), Draft("c", 3));
        ParticipantRecord goes = Of(null, Draft("a", 1), Draft("b", 2));

        Assert.Equal(["a", "b", "c"], Join(stays, goes, false).Drafts.Select(draft => draft.Id.Value));
    }

    [Fact]
    public void Consent_counts_from_when_it_was_first_given()
    {
        ParticipantRecord stays = OfParticipant(Unknown with { ConsentedOn = Day.AddDays(1) });
        ParticipantRecord goes = OfParticipant(Unknown with { ConsentedOn = Day });

        Participant joined = Join(stays, goes, false).Participant;

        Assert.Equal(Day, joined.ConsentedOn);
        Assert.Equal(Day, Join(goes, Of(null), false).Participant.ConsentedOn);
    }

    [Fact]
    public void The_language_is_that_of_who_stays_or_else_of_the_other()
    {
        Assert.Equal("es", Join(Speaking("es"), Speaking("en"), false).State.Language);
        Assert.Equal("en", Join(Of(null), Speaking("en"), false).State.Language);
    }

    private static ParticipantRecord Join(ParticipantRecord stays, ParticipantRecord goes, bool profileOfOther) =>
        Joining.Join(stays, goes, profileOfOther);

    private static Participant Unknown => Participant.Unknown(new ParticipantId("x"));

    private static ParticipantRecord Of(Profile? profile, params ImmutableArray<Draft> drafts) =>
        OfParticipant(Unknown with { Profile = profile }, drafts);

    private static ParticipantRecord OfParticipant(Participant participant, params ImmutableArray<Draft> drafts) =>
        new(new ParticipantState(participant, drafts));

    private static ParticipantRecord Speaking(string language) => new(new ParticipantState(Unknown, []) { Language = language });

    private static Draft Draft(string id, int day) =>
        new(
            new ProposalId(id),
            ProposalKind.Aporte,
            null,
            Day.AddDays(day),
            Day.AddDays(day),
            FormSession.Start($"s-{id}", AporteForm.Of(Plans.SmallPlan.Plan))
        );
}
