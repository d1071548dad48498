using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.DocumentImport;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.Drafting;

/// <summary>Fills a ficha or an aporte, from <i>proponer</i> to its receipt.</summary>
internal sealed class DraftWalk(Plan plan, ProposalForms forms, PlanQuestionLabels labels)
{
    public Decision Advance(DialogContext context, Draft draft, FormInput said)
    {
        OpenForm before = forms.Of(draft, context.Words);
        FormInput input = WithoutLabels(said, before);
        FormStep step = WithoutLabelAbove(before, FormWalk.Advance(before.Form, draft.Session, input, context.Turn.Today));
        Draft after = step.Session == draft.Session ? draft : draft with { Session = step.Session, ChangedAt = context.Turn.Now };
        return step.Outcome switch
        {
            FormOutcome.Submitted => Submit(context, draft, after),
            FormOutcome.Cancelled => Discard(context, after, before),
            FormOutcome.Restarted => Restart(context, draft, after, input, step.Outcome),
            _ => Keep(context, draft, after, input, step.Outcome),
        };
    }

    /// <summary>Removes a question's label that was copied with the answer, except from the continuation of an unfinished text.</summary>
    private FormInput WithoutLabels(FormInput said, OpenForm open) =>
        said switch
        {
            FormInput.Say say when open.QuestionAtHand is { } asked && !open.Session.Unfinished.Contains(asked.Id) => say with
            {
                Text =
                    asked is Question.Text { Multiline: true } && LabelledLine.IsLabelAlone(asked.Id, say.Text, labels)
                        ? AsHead(say.Text)
                        : LabelledLine.WithoutLabel(asked.Id, say.Text, labels),
            },
            FormInput.Fill fill => fill with
            {
                Values =
                [
                    .. fill.Values.Select(value =>
                        KeyValuePair.Create(value.Key, LabelledLine.WithoutLabel(value.Key, value.Value, labels))
                    ),
                ],
            },
            _ => said,
        };

    /// <summary>A label alone announces the text of the next message: the colon marks the text as unfinished.</summary>
    private static string AsHead(string label) => label.TrimEnd().TrimEnd(':', '*', '_', ' ') + ":";

    /// <summary>Removes a label that came alone in the message before the text.</summary>
    private FormStep WithoutLabelAbove(OpenForm before, FormStep step) =>
        before.QuestionAtHand is { } asked
        && before.Session.Unfinished.Contains(asked.Id)
        && before.Session.Answer<Answer.Text>(asked.Id) is { } head
        && LabelledLine.IsLabelAlone(asked.Id, head.Value, labels)
        && step.Session.Answer<Answer.Text>(asked.Id) is { } whole
        && whole != head
            ? step with
            {
                Session = step.Session with
                {
                    Answers = step.Session.Answers.SetItem(
                        asked.Id,
                        new Answer.Text(LabelledLine.WithoutLabel(asked.Id, whole.Value, labels))
                    ),
                },
            }
            : step;

    /// <summary>Replaces abbreviations in a list by the entities' full names, as the person asked.</summary>
    /// <param name="number">The answer's number; null means the last list before the question at hand.</param>
    public Decision UseFullNames(DialogContext context, int? number, OpenForm? open)
    {
        if (open is null || context.Conversation.ActiveForm is not Proposing proposing)
            return context.Say(context.Words["noForm"]);
        ImmutableArray<Question> asked = FormWalk.Asked(open.Form, open.Session);
        int at = number ?? FullNames.Last(open, plan.Entities);
        return
            at >= 1
            && at <= asked.Length
            && open.Session.Answer<Answer.List>(asked[at - 1].Id) is { } list
            && FullNames.In(list, plan.Entities) is var full
            && full != list.Words
            ? Advance(context, ProposalDrafts.Find(context.State, proposing.Draft)!, new FormInput.Replace(at, full))
            : context.Say(PlaceMessage.Say(open, Notice.Problem(context.Words["entity.none"])));
    }

    /// <summary>Shows the draft where it is.</summary>
    public Decision Review(DialogContext context, Draft draft, Notice notice) =>
        context.Say(PlaceMessage.Say(forms.Of(draft, context.Words), notice));

    /// <summary>Sends the draft at its review.</summary>
    /// <param name="to">The proposal to add the draft to as an aporte, in that proposal's component; null to send it on its own.</param>
    public Decision Send(DialogContext context, Draft draft, Proposal? to = null)
    {
        var send = new FormInput.Submit();
        FormStep step = FormWalk.Advance(forms.Of(draft.Kind), draft.Session, send, context.Turn.Today);
        Draft after = draft with { Session = step.Session, ChangedAt = context.Turn.Now };
        return step.Outcome is FormOutcome.Submitted ? Submit(context, draft, after, to) : Keep(context, draft, after, send, step.Outcome);
    }

    private Decision Keep(DialogContext context, Draft before, Draft after, FormInput input, FormOutcome outcome)
    {
        OpenForm open = forms.Of(after, context.Words);
        Decision decision = Decision.Say(
            ProposalDrafts.Put(context.State, after),
            StepMessage.Say(
                open,
                input,
                outcome,
                [
                    .. DateConcerns.Brought(open, before.Session, plan.Period),
                    .. FullNames.Brought(open, before.Session, outcome, plan.Entities),
                ]
            )
        );
        return decision with { PlanChanges = Placed(context, before, after) };
    }

    /// <summary>Counts a draft that has got its first answer or another component.</summary>
    private static ImmutableArray<PlanChange> Placed(DialogContext context, Draft before, Draft after)
    {
        bool begun = before.Session.IsEmpty && !after.Session.IsEmpty;
        bool moved = !after.Session.IsEmpty && ProposalForms.ComponentOf(before) != ProposalForms.ComponentOf(after);
        return begun || moved ? [new DraftPlaced(after.Id, after.Kind, context.Participant.Id, ProposalForms.ComponentOf(after))] : [];
    }

    /// <summary>Asks first who sends the draft if that is not known; a mesa's draft is sent by the mesa.</summary>
    /// <param name="before">The draft before the input that sent it, which may have brought an answer.</param>
    /// <param name="to">The proposal to add the draft to, as an aporte without a component answer; null to send it on its own.</param>
    private Decision Submit(DialogContext context, Draft before, Draft draft, Proposal? to = null)
    {
        var request = new SendRequest(draft.Id, to?.Receipt);
        if (draft.Mesa is null && request.IsMissingSomething(context.State))
        {
            Draft waiting = draft with { Session = draft.Session with { At = new FormPosition.Review() } };
            return Interruption.Want(context with { State = ProposalDrafts.Put(context.State, waiting) }, request, open: null) with
            {
                PlanChanges = Placed(context, before, waiting),
            };
        }
        var proposal = new Proposal(
            draft.Id,
            to is null ? draft.Kind : ProposalKind.Aporte,
            ReceiptNumber.Draw(draft.Id, context.Turn.Attempt),
            context.Participant.Id,
            to?.ComponentId ?? ProposalForms.ComponentOf(draft),
            to is null ? draft.Session.Answers : draft.Session.Answers.Remove(FichaForm.Componente),
            context.Turn.Now,
            ProposalState.Submitted
        )
        {
            AddsTo = to?.Receipt,
            // The mesa's count may have been corrected since the draft was begun.
            Mesa = draft.Mesa is { } begun && context.State.Mesa is { } now && now.Id == begun.Id ? now : draft.Mesa,
        };
        DialogContext without = WithoutDraft(context, draft);
        return without.Say(Receipt.Say(context.Words, plan, proposal)) with
        {
            PlanChanges = [new ProposalSubmitted(proposal)],
            Ended = draft.Session,
        };
    }

    /// <summary>Removes the draft. If it came from a resumen, the next ficha opens in the same turn.</summary>
    private static DialogContext WithoutDraft(DialogContext context, Draft draft)
    {
        ConversationState conversation = context.Conversation with { ActiveForm = null };
        if (conversation.Document is { } document && document.Draft == draft.Id)
            conversation = document.Left is [var next, ..]
                ? conversation with
                {
                    Pending = new ReadFileRequest(document.File, next),
                }
                : conversation with
                {
                    Document = null,
                };
        return context with { State = ProposalDrafts.Remove(context.State, draft.Id) with { Conversation = conversation } };
    }

    private static Decision Discard(DialogContext context, Draft draft, OpenForm open)
    {
        DialogContext without = WithoutDraft(context, draft);
        return without.Say(context.Words.Say("draft.discarded", open.FullName)) with
        {
            PlanChanges = [new DraftDiscarded(draft.Id, context.Participant.Id)],
            Ended = draft.Session,
        };
    }

    /// <summary>A restarted draft is a new proposal; the discarded one no longer counts.</summary>
    private Decision Restart(DialogContext context, Draft before, Draft after, FormInput input, FormOutcome outcome)
    {
        Draft fresh = after with
        {
            Id = new ProposalId(context.NewId("proposal")),
            StartedAt = context.Turn.Now,
            Ignored = Draft.NothingIgnored,
            RemindedAt = null,
        };
        DialogState state = ProposalDrafts.Put(ProposalDrafts.Remove(context.State, before.Id), fresh);
        DialogContext now = (context with { State = state }).With(new Proposing(fresh.Id));
        return now.Say(StepMessage.Say(forms.Of(fresh, context.Words), input, outcome)) with
        {
            PlanChanges = [new DraftDiscarded(before.Id, context.Participant.Id)],
        };
    }
}
