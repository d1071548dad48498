using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Returning;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.Paper;

namespace AgaBot.Dialogs.Proposals;

/// <summary>Fills a ficha or an aporte, from <i>proponer</i> to its receipt.</summary>
internal sealed class ProposalWalk(DialogForms forms, ChangedForms changed, ReturnDesk returning, PlanLabels labels)
{
    /// <summary>Begins a proposal. A draft that is still empty is used again; one with answers stays under <i>mis fichas</i>.</summary>
    public Decision Begin(Moment moment, Intention.Propose wish, Notice notice)
    {
        Draft? empty = moment.Memory.Drafts.FirstOrDefault(draft => draft.Session.IsEmpty && draft.Kind == wish.Kind);
        if (empty is null && moment.Memory.Drafts.Length >= ProposalDrafts.Most)
            return moment.Say(moment.Words.Say("drafts.tooMany", ProposalDrafts.Most));

        FormSession session = FormSession.Start(moment.NewId("session"), forms.Of(wish.Kind));
        var draft = new Draft(
            empty?.Id ?? new ProposalId(moment.NewId("proposal")),
            wish.Kind,
            wish.ComponentId,
            moment.Heard.Now,
            moment.Heard.Now,
            session
        )
        {
            Mesa = moment.Memory.Mesa,
        };
        return Open(moment, draft, notice.Then(KeptBehind(moment)).Then(Introduction(moment.Words, draft)));
    }

    /// <summary>Begins a proposal with what was written elsewhere. It waits at its review, or at the first answer that is missing.</summary>
    /// <param name="notUnderstood">Lines of the document to be listed before.</param>
    /// <param name="understood">Says how much was read.</param>
    public Decision BeginFrom(
        Moment moment,
        PaperFicha paper,
        ImmutableArray<string> notUnderstood,
        Notice notice,
        Func<OpenForm, Prefilling, Notice> understood
    )
    {
        Draft? empty = moment.Memory.Drafts.FirstOrDefault(draft => draft.Session.IsEmpty && draft.Kind == paper.Kind);
        if (empty is null && moment.Memory.Drafts.Length >= ProposalDrafts.Most)
            return moment.Say(moment.Words.Say("drafts.tooMany", ProposalDrafts.Most));

        Form form = forms.Of(paper.Kind);
        var draft = new Draft(
            empty?.Id ?? new ProposalId(moment.NewId("proposal")),
            paper.Kind,
            null,
            moment.Heard.Now,
            moment.Heard.Now,
            empty?.Session ?? FormSession.Start(moment.NewId("session"), form)
        )
        {
            Mesa = moment.Memory.Mesa,
        };
        return Fill(moment, draft, paper, notUnderstood, notice, understood);
    }

    /// <summary>Takes what was written elsewhere into a draft: what it does not say stays as it was.</summary>
    public Decision Fill(
        Moment moment,
        Draft draft,
        PaperFicha paper,
        ImmutableArray<string> notUnderstood,
        Notice notice,
        Func<OpenForm, Prefilling, Notice> understood
    )
    {
        Prefilling filled = FormWalk.Prefill(forms.Of(draft.Kind), draft.Session, paper.Answers, paper.LeftOpen, moment.Heard.Today);
        Draft after = draft with { Session = filled.Session, ChangedAt = moment.Heard.Now };
        OpenForm open = forms.Of(after, moment.Words);
        Notice said = notice
            .Then(understood(open, filled))
            .Then(Notice.None with { Offers = DateConcerns.Brought(open, draft.Session, forms.Plan.Period) });
        Decision opened = Open(moment, after, said);
        string? leftOut = PaperNotes.LeftOut(open, notUnderstood, filled);
        return opened with
        {
            Replies = leftOut is null ? opened.Replies : opened.Replies.Insert(0, new Reply(leftOut)),
            PlanChanges = after.Session.IsEmpty
                ? []
                : [new PlanChange.DraftPlaced(after.Id, after.Kind, moment.Participant.Id, ComponentOf(after))],
        };
    }

    /// <summary>Takes a draft up again where it was left.</summary>
    public Decision Resume(Moment moment, Draft draft) =>
        Resume(
            moment,
            draft,
            new Notice(moment.Words["drafts.resumed"])
                .Then(new Notice(returning.Missing(moment.Words, draft)))
                .Then(new Notice(moment.Words["drafts.ways"]))
        );

    /// <summary>
    /// Brings back a draft that was thrown away, under a new id and with cards of its own: the old id is closed in the plan's records, and what was
    /// begun since under the same session goes on beside it. Null where there is no room for it.
    /// </summary>
    public Decision? Restore(Moment moment, Draft thrown)
    {
        Memory without = moment.Memory with { Drafts = moment.Memory.Drafts.RemoveAll(static draft => draft.Session.IsEmpty) };
        if (without.Drafts.Length >= ProposalDrafts.Most)
            return null;
        Draft back = thrown with
        {
            Id = new ProposalId(moment.NewId("proposal")),
            ChangedAt = moment.Heard.Now,
            RemindedAt = null,
            Session = thrown.Session with { Id = moment.NewId("session") },
        };
        Moment now = moment with { Memory = ProposalDrafts.Put(without, back) };
        return Resume(now, back, new Notice(moment.Words.Say("undo.done", forms.Of(back, moment.Words).FullName))) with
        {
            PlanChanges = [new PlanChange.DraftPlaced(back.Id, back.Kind, moment.Participant.Id, ComponentOf(back))],
        };
    }

    private Decision Resume(Moment moment, Draft draft, Notice notice)
    {
        Moment opened = moment.With(new Walk.Proposing(draft.Id));
        return changed.Carry(opened) is { } carried
            ? Open(carried.Moment, ProposalDrafts.Find(carried.Moment.Memory, draft.Id)!, notice.Then(carried.Notice))
            : Open(moment, draft, notice);
    }

    public Decision Advance(Moment moment, Draft draft, FormInput said)
    {
        OpenForm before = forms.Of(draft, moment.Words);
        FormInput input = WithoutLabels(said, before);
        FormStep step = WithoutLabelAbove(before, FormWalk.Advance(before.Form, draft.Session, input, moment.Heard.Today));
        Draft after = step.Session == draft.Session ? draft : draft with { Session = step.Session, ChangedAt = moment.Heard.Now };
        return step.Outcome switch
        {
            FormOutcome.Submitted => Submit(moment, after),
            FormOutcome.Cancelled => Discard(moment, after, before),
            FormOutcome.Restarted => Restart(moment, draft, after, input, step.Outcome),
            _ => Keep(moment, draft, after, input, step.Outcome),
        };
    }

    /// <summary>People copy the question's name with its answer. What goes on with a text that was begun is in the middle of it.</summary>
    private FormInput WithoutLabels(FormInput said, OpenForm open) =>
        said switch
        {
            FormInput.Say say when open.QuestionAtHand is { } asked && !open.Session.Unfinished.Contains(asked.Id) => say with
            {
                Text =
                    asked is Question.Text { Multiline: true } && PaperLine.IsLabelAlone(asked.Id, say.Text, labels)
                        ? AsHead(say.Text)
                        : PaperLine.WithoutLabel(asked.Id, say.Text, labels),
            },
            FormInput.Fill fill => fill with
            {
                Values =
                [
                    .. fill.Values.Select(value => KeyValuePair.Create(value.Key, PaperLine.WithoutLabel(value.Key, value.Value, labels))),
                ],
            },
            _ => said,
        };

    /// <summary>A label alone is the head of what comes in the next message: it ends as a text does that goes on.</summary>
    private static string AsHead(string label) => label.TrimEnd().TrimEnd(':', '*', '_', ' ') + ":";

    /// <summary>Where a label came alone and its text comes now, the text is the answer.</summary>
    private FormStep WithoutLabelAbove(OpenForm before, FormStep step) =>
        before.QuestionAtHand is { } asked
        && before.Session.Unfinished.Contains(asked.Id)
        && before.Session.Answer<Answer.Text>(asked.Id) is { } head
        && PaperLine.IsLabelAlone(asked.Id, head.Value, labels)
        && step.Session.Answer<Answer.Text>(asked.Id) is { } whole
        && whole != head
            ? step with
            {
                Session = step.Session with
                {
                    Answers = step.Session.Answers.SetItem(
                        asked.Id,
                        new Answer.Text(PaperLine.WithoutLabel(asked.Id, whole.Value, labels))
                    ),
                },
            }
            : step;

    /// <summary>Puts entities' own names into a list, as its person wishes.</summary>
    /// <param name="number">The answer's; null is the last before the question at hand.</param>
    public Decision UseFullNames(Moment moment, int? number, OpenForm? open)
    {
        if (open is null || moment.Talk.Walk is not Walk.Proposing proposing)
            return moment.Say(moment.Words["noForm"]);
        ImmutableArray<Question> asked = FormWalk.Asked(open.Form, open.Session);
        int at = number ?? FullNames.Last(open, forms.Plan.Entities);
        return
            at >= 1
            && at <= asked.Length
            && open.Session.Answer<Answer.List>(asked[at - 1].Id) is { } list
            && FullNames.In(list, forms.Plan.Entities) is var full
            && full != list.Words
            ? Advance(moment, ProposalDrafts.Find(moment.Memory, proposing.Draft)!, new FormInput.Replace(at, full))
            : moment.Say(PlaceReply.Say(open, Notice.Problem(moment.Words["entity.none"])));
    }

    /// <summary>Sends what stands at its review as an aporte to another proposal, in that one's component.</summary>
    public Decision AddTo(Moment moment, Draft draft, Proposal to)
    {
        var send = new FormInput.Submit();
        FormStep step = FormWalk.Advance(forms.Of(draft.Kind), draft.Session, send, moment.Heard.Today);
        Draft after = draft with { Session = step.Session, ChangedAt = moment.Heard.Now };
        return step.Outcome is FormOutcome.Submitted ? Submit(moment, after, to) : Keep(moment, draft, after, send, step.Outcome);
    }

    private Decision Keep(Moment moment, Draft before, Draft after, FormInput input, FormOutcome outcome)
    {
        OpenForm open = forms.Of(after, moment.Words);
        Decision decision = Decision.Say(
            ProposalDrafts.Put(moment.Memory, after),
            StepReply.Say(
                open,
                input,
                outcome,
                [
                    .. DateConcerns.Brought(open, before.Session, forms.Plan.Period),
                    .. FullNames.Brought(open, before.Session, outcome, forms.Plan.Entities),
                ]
            )
        );
        bool begun = before.Session.IsEmpty && !after.Session.IsEmpty;
        bool moved = !after.Session.IsEmpty && ComponentOf(before) != ComponentOf(after);
        return begun || moved
            ? decision with
            {
                PlanChanges = [new PlanChange.DraftPlaced(after.Id, after.Kind, moment.Participant.Id, ComponentOf(after))],
            }
            : decision;
    }

    /// <param name="to">What it is added to as an aporte; null where it stands for itself. An aporte's component is no answer of it.</param>
    private Decision Submit(Moment moment, Draft draft, Proposal? to = null)
    {
        var proposal = new Proposal(
            draft.Id,
            to is null ? draft.Kind : ProposalKind.Aporte,
            ReceiptNumber.Draw(draft.Id, moment.Heard.Attempt),
            moment.Participant.Id,
            to?.ComponentId ?? ComponentOf(draft),
            to is null ? draft.Session.Answers : draft.Session.Answers.Remove(FichaForm.Componente),
            moment.Heard.Now,
            ProposalState.Submitted
        )
        {
            AddsTo = to?.Receipt,
            // Those whom the facilitator has counted by now.
            Mesa = draft.Mesa is { } begun && moment.Memory.Mesa is { } now && now.Id == begun.Id ? now : draft.Mesa,
        };
        Moment without = WithoutDraft(moment, draft);
        return without.Say(Receipt.Say(moment.Words, forms.Plan, proposal)) with
        {
            PlanChanges = [new PlanChange.ProposalSubmitted(proposal)],
            Ended = draft.Session,
        };
    }

    /// <summary>Of a resumen, the next ficha belongs to the turn in which the one before is done with.</summary>
    private static Moment WithoutDraft(Moment moment, Draft draft)
    {
        Talk talk = moment.Talk with { Walk = null };
        if (talk.Document is { } document && document.Draft == draft.Id)
            talk = document.Left is [var next, ..]
                ? talk with
                {
                    Then = new Intention.ReadFile(document.File, next),
                }
                : talk with
                {
                    Document = null,
                };
        return moment with { Memory = ProposalDrafts.Remove(moment.Memory, draft.Id) with { Talk = talk } };
    }

    private static Decision Discard(Moment moment, Draft draft, OpenForm open)
    {
        Moment without = WithoutDraft(moment, draft);
        return without.Say(moment.Words.Say("draft.discarded", open.FullName)) with
        {
            PlanChanges = [new PlanChange.DraftDiscarded(draft.Id, moment.Participant.Id)],
            Ended = draft.Session,
        };
    }

    /// <summary>A draft begun again is another proposal: the one thrown away is counted no more.</summary>
    private Decision Restart(Moment moment, Draft before, Draft after, FormInput input, FormOutcome outcome)
    {
        Draft fresh = after with
        {
            Id = new ProposalId(moment.NewId("proposal")),
            StartedAt = moment.Heard.Now,
            Ignored = Draft.NothingIgnored,
            RemindedAt = null,
        };
        Memory memory = ProposalDrafts.Put(ProposalDrafts.Remove(moment.Memory, before.Id), fresh);
        Moment now = (moment with { Memory = memory }).With(new Walk.Proposing(fresh.Id));
        return now.Say(StepReply.Say(forms.Of(fresh, moment.Words), input, outcome)) with
        {
            PlanChanges = [new PlanChange.DraftDiscarded(before.Id, moment.Participant.Id)],
        };
    }

    private Decision Open(Moment moment, Draft draft, Notice notice)
    {
        Moment now = (moment with { Memory = ProposalDrafts.Put(moment.Memory, draft) }).With(
            moment.Talk with
            {
                Walk = new Walk.Proposing(draft.Id),
                Then = null,
            }
        );
        return now.Say(PlaceReply.Say(forms.Of(draft, moment.Words), notice));
    }

    private static Notice KeptBehind(Moment moment) =>
        ProposalDrafts.Listed(moment.Memory).IsEmpty ? Notice.None : new Notice(moment.Words["drafts.kept"]);

    private Notice Introduction(Words words, Draft draft) =>
        draft.Kind switch
        {
            _ when draft.Mesa is { } mesa => new Notice(
                words.Say("mesa.introduction", DialogForms.Name(draft, words), words.Count("mesa.people", mesa.People))
            ),
            ProposalKind.Ficha => new Notice(words.Say("ficha.introduction", forms.Of(draft.Kind).Questions.Length)),
            ProposalKind.Aporte => forms.Plan.FindComponent(draft.ComponentId) is { } component
                ? new Notice(words.Say("aporte.introductionTo", component.Name, forms.Of(draft.Kind).Questions.Length))
                : new Notice(words.Say("aporte.introduction", forms.Of(draft.Kind).Questions.Length)),
            _ => throw new ArgumentOutOfRangeException(nameof(draft), draft.Kind, null),
        };

    private static string? ComponentOf(Draft draft) =>
        draft.Kind switch
        {
            ProposalKind.Ficha => FichaForm.ComponentOf(draft.Session),
            ProposalKind.Aporte => draft.ComponentId,
            _ => throw new ArgumentOutOfRangeException(nameof(draft), draft.Kind, null),
        };
}
