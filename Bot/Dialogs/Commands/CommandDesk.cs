using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Dialogs.Advice;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Consulting;
using AgaBot.Dialogs.Coordinators;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Greeting;
using AgaBot.Dialogs.Linking;
using AgaBot.Dialogs.Mesas;
using AgaBot.Dialogs.OwnData;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Progress;
using AgaBot.Dialogs.Proposals;
using AgaBot.Dialogs.Returning;
using AgaBot.Dialogs.Sheets;
using AgaBot.Dialogs.Supporting;
using AgaBot.Dialogs.Undoing;
using AgaBot.Forms;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Commands;

/// <summary>
/// Follows the commands that are about something else than the open form. What only tells something leaves the form as it is and ends
/// with a line on how to go on; what begins something else leaves it only where nothing is lost.
/// </summary>
internal sealed class CommandDesk(
    DialogForms forms,
    OpenWalk walk,
    ProposalWalk proposals,
    MyProposals mine,
    OpeningWalk opening,
    ConsultationList consultations,
    ProgressReport progress,
    CoordinatorDoor door,
    LinkDesk links,
    OwnDataDesk ownData,
    MesaDesk mesas,
    SeatDesk seats,
    DraftDesk drafts,
    UndoDesk undo,
    CopyDesk copies,
    SentDesk sent,
    AdviceDesk advice,
    SupportDesk supporting,
    Welcome welcome
)
{
    public async ValueTask<Decision> FollowAsync(Moment moment, Command command, OpenForm? open, CancellationToken cancellationToken)
    {
        Words words = moment.Words;
        return command switch
        {
            Command.Hello => Greet(moment, open),
            Command.MyProposals => Tell(await mine.ListAsync(moment, cancellationToken), open),
            Command.More => Tell(await mine.MoreAsync(moment, cancellationToken), open),
            Command.ListConsultations => Tell(await consultations.ShowAsync(moment, cancellationToken), open),
            Command.ListToSupport => Tell(await supporting.ListAsync(moment, cancellationToken), open),
            Command.Support support => await supporting.SupportAsync(moment, support.Pick, open, cancellationToken),
            Command.WithdrawSupport withdraw => Tell(await supporting.WithdrawAsync(moment, withdraw.Pick, cancellationToken), open),
            Command.AddTo add => await supporting.AddAsync(moment, add.Pick, open, cancellationToken),
            Command.IgnoreSuggestion ignore => advice.Ignore(moment, ignore.Number),
            Command.PreviewProposal => TellAtReview(advice.Preview(moment), open),
            Command.ShowProgress => Tell(await progress.ShowAsync(moment, cancellationToken), open),
            Command.OfferLink => Tell(LinkDesk.Offer(moment), open),
            Command.TakeLink take => Tell(await links.TakeAsync(moment, take.Code, cancellationToken), open),
            Command.BecomeCoordinator knock => Tell(door.Knock(moment, knock.Code), open),
            Command.Mesa => await mesas.ShowAsync(moment, cancellationToken) is { } shown
                ? Tell(shown, open)
                : Want(moment, new Intention.OpenMesa(), open),
            Command.EditMesa => await CorrectMesaAsync(moment, open, cancellationToken),
            Command.DrawMesaCode => Tell(MesaDesk.DrawCode(moment), open),
            Command.CloseMesa => Tell(MesaDesk.Close(moment), open),
            Command.ClaimSeat claim => await seats.TakeAsync(moment, claim.Code, open, cancellationToken),
            Command.ShowMyData => Tell(await ownData.ShowAsync(moment, cancellationToken), open),
            Command.CorrectMyData => IsLostByLeaving(moment.Talk.Walk) && open is not null
                ? FinishFirst(moment, open)
                : ownData.Correct(moment),
            Command.DeleteMyData => ownData.AskToErase(moment),
            Command.Unavailable later => Tell(
                moment.Say(words[later.ForCoordinators && !moment.IsCoordinator ? "coordinatorsOnly" : later.Key]),
                open
            ),
            Command.Edit { Number: null } when open is null && moment.Memory.Mesa is not null => await mesas.CorrectAsync(
                moment,
                cancellationToken
            ),
            Command.Edit => open is null
                ? await sent.SayAsync(moment, command, cancellationToken)
                : moment.Say(PlaceReply.Say(open, Notice.Problem(words["form.whichToEdit"]))),
            Command.Help => open is null
                ? moment.Say($"{words["help.text"]}\n\n{Welcome.Orders(moment)}")
                : await HelpAsync(moment, open, cancellationToken),
            Command.ChangeLanguage change => ChangeLanguage(moment, change.To is null ? words.Other : Words.Of(change.To)),
            Command.UseFullNames use => proposals.UseFullNames(moment, use.Answer, open),
            Command.LeaveAsIs => open is null
                ? moment.Say(words["noForm"])
                : moment.Say(PlaceReply.Say(open, new Notice(words["offer.left"]))),
            Command.Propose => Want(moment, new Intention.Propose(ProposalKind.Ficha, null), open),
            Command.Contribute contribute => Contribute(moment, contribute.Component, open),
            Command.Resume resume => drafts.Resume(moment, resume.Number, open),
            Command.GoOn on => await drafts.GoOnAsync(moment, on.Number, open, cancellationToken),
            Command.ShowAnswers show => drafts.ShowAnswers(moment, show.Number, open),
            Command.Discard discard => await drafts.DiscardAsync(moment, discard.Number, open, cancellationToken),
            Command.Undo => undo.Undo(moment, open),
            Command.ShowGlossary => Tell(moment.Say(GlossaryDesk.List(forms.Plan, words)), open),
            Command.ShowPrivacyNotice => Tell(moment.Say(PrivacyNotice.InWords(forms.Plan, words)), open),
            Command.ShowBlank => Tell(copies.Blank(moment), open),
            Command.Copy copy => Tell(await copies.CopyAsync(moment, copy.Receipt, cancellationToken), open),
            Command.NextOfDocument => await NextAsync(moment, open, cancellationToken),
            Command.ShowDocument show => Show(moment, show.Number, open),
            Command.StopReminders => Tell(DraftReminder.Stop(moment), open),
            Command.AllowReminders => Tell(DraftReminder.Allow(moment), open),
            Command.Respond respond => await RespondAsync(moment, respond.Number, open, cancellationToken),
            Command.NewConsultation => NewConsultation(moment, open),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Ends what only tells something with a line on how to go on.</summary>
    public static Decision Tell(Decision told, OpenForm? open) =>
        open is null ? told : told with { Replies = told.Replies.Add(GoingOn.Say(open)) };

    /// <summary>In a form a greeting is answered shortly, and the form goes on; somebody who left drafts behind hears of them.</summary>
    private Decision Greet(Moment moment, OpenForm? open) =>
        drafts.Meet(moment, open)
        ?? (open is null ? moment.Say(welcome.Say(moment)) : moment.Say(PlaceReply.Say(open, new Notice(moment.Words["return.greeting"]))));

    /// <summary>
    /// The same where a button of the review's card may have asked for it: a press uses the card up, so the review comes again on a card, and
    /// the line alone in words.
    /// </summary>
    public static Decision TellAtReview(Decision told, OpenForm? open) =>
        open?.Session.At is Place.Review ? told with { Replies = told.Replies.Add(GoingOn.AtReview(open)) } : Tell(told, open);

    /// <summary>Help in a form is about the question at hand; at the review and at a confirmation it is the same question again.</summary>
    private async ValueTask<Decision> HelpAsync(Moment moment, OpenForm open, CancellationToken cancellationToken) =>
        open.Session.At is Place.Review
            ? moment.Say(PlaceReply.Say(open, new Notice(moment.Words["review.help"])))
            : await walk.AdvanceAsync(moment, new FormInput.Help(), cancellationToken);

    private Decision ChangeLanguage(Moment moment, Words to)
    {
        Moment now = moment.In(to);
        return forms.Open(now.Memory, to) is { } open
            ? now.Say(PlaceReply.Say(open, new Notice(to["language.changed"])))
            : now.Say($"{to["language.changed"]}\n\n{Welcome.Orders(now)}");
    }

    /// <summary>Remembers what the person wants; it is begun in this turn as soon as nothing is missing.</summary>
    public static Decision Want(Moment moment, Intention wish, OpenForm? open) =>
        moment.Talk.Walk switch
        {
            Walk.AboutMe
                when open is not null
                    && wish is (Intention.Propose or Intention.ReadFile or Intention.ClaimSeat)
                    && open.Form.Id == ProfileForm.Id => moment
                .With(moment.Talk with { Then = wish })
                .Say(PlaceReply.Say(open, new Notice(moment.Words["profile.first"]))),
            var walk when IsLostByLeaving(walk) && open is not null => FinishFirst(moment, open),
            _ => moment.With(moment.Talk with { Walk = null, Then = wish }).Say([]),
        };

    private Decision Contribute(Moment moment, int? number, OpenForm? open)
    {
        ImmutableArray<Component> components = forms.Plan.Components;
        if (number is null)
            return Want(moment, new Intention.Propose(ProposalKind.Aporte, null), open);
        return number >= 1 && number <= components.Length
            ? Want(moment, new Intention.Propose(ProposalKind.Aporte, components[number.Value - 1].Id), open)
            : Tell(moment.Say(NoSuchComponent(moment.Words, number.Value, components)), open);
    }

    private static string NoSuchComponent(Words words, int number, ImmutableArray<Component> components) =>
        string.Join(
            '\n',
            (string[])
                [
                    words.Say("aporte.noSuchComponent", number),
                    .. components.Select((component, index) => words.Say("list.numbered", index + 1, component.Name)),
                ]
        );

    /// <summary>Who goes through no document and says it in a form means the next question.</summary>
    private async ValueTask<Decision> NextAsync(Moment moment, OpenForm? open, CancellationToken cancellationToken) =>
        moment.Talk.Document switch
        {
            null when open is not null => await walk.AdvanceAsync(moment, new FormInput.Skip(), cancellationToken),
            null => moment.Say(moment.Words["document.none"]),
            { Left: [] } => Tell(moment.Say(moment.Words["document.noneLeft"]), open),
            { File: var file, Left: [var next, ..] } => Want(moment, new Intention.ReadFile(file, next), open),
        };

    private static Decision Show(Moment moment, int? number, OpenForm? open) =>
        moment.Talk.Document switch
        {
            null => Tell(moment.Say(moment.Words["document.none"]), open),
            { Count: var count } when number is < 1 || number > count => Tell(
                moment.Say(moment.Words.Say("document.noSuch", number, count)),
                open
            ),
            { Left: var left } when number is { } opened && !left.Contains(opened) => Tell(
                moment.Say(moment.Words.Say("document.opened", opened)),
                open
            ),
            { File: var file } => Want(moment, new Intention.ReadFile(file, number), open),
        };

    private async ValueTask<Decision> RespondAsync(Moment moment, int? number, OpenForm? open, CancellationToken cancellationToken)
    {
        if (await consultations.FindAsync(number, cancellationToken) is { } consultation)
            return Want(moment, new Intention.Respond(consultation), open);
        Decision list = await consultations.ShowAsync(moment, cancellationToken);
        return Tell(
            number is null ? list : moment.Say([new Reply(moment.Words.Say("consultations.noSuch", number)), .. list.Replies]),
            open
        );
    }

    private async ValueTask<Decision> CorrectMesaAsync(Moment moment, OpenForm? open, CancellationToken cancellationToken) =>
        IsLostByLeaving(moment.Talk.Walk) && open is not null ? FinishFirst(moment, open)
        : moment.Memory.Mesa is null ? Tell(moment.Say(moment.Words["mesa.none"]), open)
        : await mesas.CorrectAsync(moment, cancellationToken);

    private Decision NewConsultation(Moment moment, OpenForm? open)
    {
        if (!moment.IsCoordinator)
            return Tell(moment.Say(moment.Words["coordinatorsOnly"]), open);
        return IsLostByLeaving(moment.Talk.Walk) && open is not null ? FinishFirst(moment, open) : opening.Begin(moment);
    }

    /// <summary>Only drafts are kept when they are left; what else was answered has to be finished or cancelled first.</summary>
    public static bool IsLostByLeaving(Walk? walk) =>
        walk switch
        {
            Walk.AboutMe about => about.Session.Answers.Keys.Any(answered => answered != ConsentForm.Consentimiento),
            Walk.OpeningConsultation opening => !opening.Session.IsEmpty,
            Walk.Proposing or Walk.Responding or Walk.CountingMesa or Walk.Correcting or Walk.Erasing or null => false,
            _ => throw new UnreachableException(),
        };

    public static Decision FinishFirst(Moment moment, OpenForm open) =>
        moment.Say(PlaceReply.Say(open, Notice.Problem(moment.Words.Say("form.finishFirst", open.Name))));
}
