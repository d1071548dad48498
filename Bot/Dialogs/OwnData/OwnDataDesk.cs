using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;
using AgaBot.Plans;

namespace AgaBot.Dialogs.OwnData;

/// <summary>
/// What the law gives a person over their data (Ley 29733): <i>mis datos</i> shows them, <i>corregir mis datos</i> changes them and
/// <i>borrar mis datos</i> erases them.
/// </summary>
internal sealed class OwnDataDesk(DialogForms forms, OwnDataSheets sheets)
{
    public async ValueTask<Decision> ShowAsync(Moment moment, CancellationToken cancellationToken)
    {
        Words words = moment.Words;
        OwnDataSheet sheet = await sheets.OfAsync(moment.Participant, moment.Memory.Drafts, words, moment.Heard.Today, cancellationToken);
        var replies = ImmutableArray.CreateBuilder<Reply>();
        replies.Add(
            new Reply(
                sheet.Profile.IsEmpty
                    ? words["ownData.noProfile"]
                    : string.Join('\n', [words["ownData.kept"], .. sheet.Profile.Select(OwnDataSheets.InLine)])
            )
        );
        replies.Add(new Reply(string.Join('\n', Counts(sheet, words))));
        if (!sheet.Responses.IsEmpty)
            replies.Add(new Reply(string.Join('\n', [words["ownData.responses"], .. sheet.Responses.Select(Short)])));
        replies.Add(new Reply($"{sheet.Why} {sheet.Until}"));
        replies.Add(new Reply(words[moment.Participant.Profile is null ? "ownData.whatToDo" : "ownData.whatToDoWithProfile"]));
        return moment.Say(replies.ToImmutable());
    }

    public Decision Correct(Moment moment)
    {
        if (moment.Participant.Profile is not { } profile)
            return moment.Say(moment.Words["correction.noProfile"]);
        var walk = new Walk.Correcting(ProfileForm.Correct(moment.NewId("session"), forms.CorrectionIn(moment.Words), profile));
        return moment.With(moment.Talk with { Walk = walk, Then = null }).Say(PlaceReply.Say(forms.Of(walk, moment.Words), Notice.None));
    }

    public Decision Advance(Moment moment, Walk.Correcting walk, FormInput input)
    {
        OpenForm before = forms.Of(walk, moment.Words);
        FormStep step = FormWalk.Advance(before.Form, walk.Session, input, moment.Heard.Today);
        return step.Outcome switch
        {
            FormOutcome.Submitted => Corrected(moment.With(walk: null), step.Session),
            FormOutcome.Cancelled => moment.With(walk: null).Say(moment.Words["correction.cancelled"]) with { Ended = step.Session },
            _ => moment.With(walk with { Session = step.Session }).Say(StepReply.Say(before.With(step.Session), input, step.Outcome)),
        };
    }

    public Decision AskToErase(Moment moment)
    {
        var walk = new Walk.Erasing(FormSession.Start(moment.NewId("session"), ErasureForm.Form));
        return moment.With(moment.Talk with { Walk = walk, Then = null }).Say(PlaceReply.Say(forms.Of(walk, moment.Words), Notice.None));
    }

    public Decision Advance(Moment moment, Walk.Erasing walk, FormInput input)
    {
        OpenForm before = forms.Of(walk, moment.Words);
        FormStep step = FormWalk.Advance(before.Form, walk.Session, input, moment.Heard.Today);
        return step.Outcome switch
        {
            FormOutcome.Submitted => moment.Say([]) with { Erase = true },
            FormOutcome.Cancelled => moment.With(walk: null).Say(moment.Words["erase.kept"]) with { Ended = step.Session },
            _ => moment.With(walk with { Session = step.Session }).Say(StepReply.Say(before.With(step.Session), input, step.Outcome)),
        };
    }

    private static Decision Corrected(Moment moment, FormSession session)
    {
        Profile profile = ProfileForm.Read(session);
        return moment.With(moment.Participant with { Profile = profile }).Say(moment.Words["correction.done"]) with
        {
            PlanChanges = [new PlanChange.ParticipantRegistered(moment.Participant.Id, profile.OrganisationTypeId, profile.Gender)],
            Ended = session,
        };
    }

    /// <summary>What there is none of is not worth a line.</summary>
    private static IEnumerable<string> Counts(OwnDataSheet sheet, Words words) =>
        [
            words.Say("ownData.count", words["ownData.drafts"], sheet.Drafts.Length),
            .. sheet.ThrownAway.IsEmpty ? [] : new[] { words.Say("ownData.count", words["ownData.thrownAway"], sheet.ThrownAway.Length) },
            words.Say("ownData.count", words["ownData.proposals"], sheet.Proposals.Length),
            .. sheet.Supports.IsEmpty ? [] : new[] { $"{words["ownData.supports"]}: {string.Join(", ", sheet.Supports)}" },
            words.Say("ownData.count", words["ownData.conversations"], sheet.Conversations),
            .. sheet.Mesas.IsEmpty ? [] : new[] { $"{words["ownData.mesas"]}: {string.Join(", ", sheet.Mesas)}" },
            .. sheet.Roles.IsEmpty ? [] : new[] { $"{words["ownData.roles"]}: {string.Join(", ", sheet.Roles)}" },
            .. sheet.Identities.Length > 1
                ? [words.Say("ownData.count", words["ownData.linked"], sheet.Identities.Length - 1)]
                : Array.Empty<string>(),
        ];

    private static string Short(OwnDataLine response) => $"{Excerpt.Quote(response.Label)} {Excerpt.Quote(response.Value)}";
}
