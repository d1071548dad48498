using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.OwnData;

/// <summary>
/// What the law gives a person over their data (Ley 29733): <i>mis datos</i> shows them, <i>corregir mis datos</i> changes them and
/// <i>borrar mis datos</i> erases them.
/// </summary>
internal sealed class OwnDataHandler(DialogForms forms, OwnDataSheets sheets)
{
    public async ValueTask<Decision> ShowAsync(DialogContext context, CancellationToken cancellationToken)
    {
        Words words = context.Words;
        OwnDataSheet sheet = await sheets.OfAsync(context.Participant, context.State.Drafts, words, context.Turn.Today, cancellationToken);
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
        replies.Add(new Reply(words[context.Participant.Profile is null ? "ownData.whatToDo" : "ownData.whatToDoWithProfile"]));
        return context.Say(replies.ToImmutable());
    }

    public Decision Correct(DialogContext context)
    {
        if (context.Participant.Profile is not { } profile)
            return context.Say(context.Words["correction.noProfile"]);
        var walk = new ActiveForm.Correcting(ProfileForm.Correct(context.NewId("session"), forms.CorrectionIn(context.Words), profile));
        return context
            .With(context.Conversation with { ActiveForm = walk, Pending = null })
            .Say(PlaceMessage.Say(forms.Of(walk, context.Words), Notice.None));
    }

    public Decision Advance(DialogContext context, ActiveForm.Correcting walk, FormInput input)
    {
        OpenForm before = forms.Of(walk, context.Words);
        FormStep step = FormWalk.Advance(before.Form, walk.Session, input, context.Turn.Today);
        return step.Outcome switch
        {
            FormOutcome.Submitted => Corrected(context.With(walk: null), step.Session),
            FormOutcome.Cancelled => context.With(walk: null).Say(context.Words["correction.cancelled"]) with { Ended = step.Session },
            _ => context.With(walk with { Session = step.Session }).Say(StepMessage.Say(before.With(step.Session), input, step.Outcome)),
        };
    }

    public Decision AskToErase(DialogContext context)
    {
        var walk = new ActiveForm.Erasing(FormSession.Start(context.NewId("session"), ErasureForm.Form));
        return context
            .With(context.Conversation with { ActiveForm = walk, Pending = null })
            .Say(PlaceMessage.Say(forms.Of(walk, context.Words), Notice.None));
    }

    public Decision Advance(DialogContext context, ActiveForm.Erasing walk, FormInput input)
    {
        OpenForm before = forms.Of(walk, context.Words);
        FormStep step = FormWalk.Advance(before.Form, walk.Session, input, context.Turn.Today);
        return step.Outcome switch
        {
            FormOutcome.Submitted => context.Say([]) with { Erase = true },
            FormOutcome.Cancelled => context.With(walk: null).Say(context.Words["erase.kept"]) with { Ended = step.Session },
            _ => context.With(walk with { Session = step.Session }).Say(StepMessage.Say(before.With(step.Session), input, step.Outcome)),
        };
    }

    private static Decision Corrected(DialogContext context, FormSession session)
    {
        Profile profile = ProfileForm.Read(session);
        return context.With(context.Participant with { Profile = profile }).Say(context.Words["correction.done"]) with
        {
            PlanChanges = [new ParticipantRegistered(context.Participant.Id, profile.OrganisationTypeId, profile.Gender)],
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
