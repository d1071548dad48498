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
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

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
    LinkHandler links,
    OwnDataHandler ownData,
    MesaHandler mesas,
    SeatHandler seats,
    DraftHandler drafts,
    UndoHandler undo,
    CopyHandler copies,
    SentProposalHandler sent,
    AdviceHandler advice,
    SupportHandler supporting,
    Welcome welcome
)
{
    public async ValueTask<Decision> FollowAsync(
        DialogContext context,
        Command command,
        OpenForm? open,
        CancellationToken cancellationToken
    )
    {
        Words words = context.Words;
        return command switch
        {
            Command.Hello => Greet(context, open),
            Command.MyProposals => Tell(await mine.ListAsync(context, cancellationToken), open),
            Command.More => Tell(await mine.MoreAsync(context, cancellationToken), open),
            Command.ListConsultations => Tell(await consultations.ShowAsync(context, cancellationToken), open),
            Command.ListToSupport => Tell(await supporting.ListAsync(context, cancellationToken), open),
            Command.Support support => await supporting.SupportAsync(context, support.Pick, open, cancellationToken),
            Command.WithdrawSupport withdraw => Tell(await supporting.WithdrawAsync(context, withdraw.Pick, cancellationToken), open),
            Command.AddTo add => await supporting.AddAsync(context, add.Pick, open, cancellationToken),
            Command.IgnoreSuggestion ignore => advice.Ignore(context, ignore.Number),
            Command.PreviewProposal => TellAtReview(advice.Preview(context), open),
            Command.ShowProgress => Tell(await progress.ShowAsync(context, cancellationToken), open),
            Command.OfferLink => Tell(LinkHandler.Offer(context), open),
            Command.TakeLink take => Tell(await links.TakeAsync(context, take.Code, cancellationToken), open),
            Command.BecomeCoordinator knock => Tell(door.Knock(context, knock.Code), open),
            Command.Mesa => await mesas.ShowAsync(context, cancellationToken) is { } shown
                ? Tell(shown, open)
                : Want(context, new PendingRequest.OpenMesa(), open),
            Command.EditMesa => await CorrectMesaAsync(context, open, cancellationToken),
            Command.DrawMesaCode => Tell(MesaHandler.DrawCode(context), open),
            Command.CloseMesa => Tell(MesaHandler.Close(context), open),
            Command.ClaimSeat claim => await seats.TakeAsync(context, claim.Code, open, cancellationToken),
            Command.ShowMyData => Tell(await ownData.ShowAsync(context, cancellationToken), open),
            Command.CorrectMyData => IsLostByLeaving(context.Conversation.ActiveForm) && open is not null
                ? FinishFirst(context, open)
                : ownData.Correct(context),
            Command.DeleteMyData => ownData.AskToErase(context),
            Command.Unavailable later => Tell(
                context.Say(words[later.ForCoordinators && !context.IsCoordinator ? "coordinatorsOnly" : later.Key]),
                open
            ),
            Command.Edit { Number: null } when open is null && context.State.Mesa is not null => await mesas.CorrectAsync(
                context,
                cancellationToken
            ),
            Command.Edit => open is null
                ? await sent.SayAsync(context, command, cancellationToken)
                : context.Say(PlaceMessage.Say(open, Notice.Problem(words["form.whichToEdit"]))),
            Command.Help => open is null
                ? context.Say($"{words["help.text"]}\n\n{Welcome.Orders(context)}")
                : await HelpAsync(context, open, cancellationToken),
            Command.ChangeLanguage change => ChangeLanguage(context, change.To is null ? words.Other : Words.Of(change.To)),
            Command.UseFullNames use => proposals.UseFullNames(context, use.Answer, open),
            Command.LeaveAsIs => open is null
                ? context.Say(words["noForm"])
                : context.Say(PlaceMessage.Say(open, new Notice(words["offer.left"]))),
            Command.Propose => Want(context, new PendingRequest.Propose(ProposalKind.Ficha, null), open),
            Command.Contribute contribute => Contribute(context, contribute.Component, open),
            Command.Resume resume => drafts.Resume(context, resume.Number, open),
            Command.GoOn on => await drafts.GoOnAsync(context, on.Number, open, cancellationToken),
            Command.ShowAnswers show => drafts.ShowAnswers(context, show.Number, open),
            Command.Discard discard => await drafts.DiscardAsync(context, discard.Number, open, cancellationToken),
            Command.Undo => undo.Undo(context, open),
            Command.ShowGlossary => Tell(context.Say(GlossaryHandler.List(forms.Plan, words)), open),
            Command.ShowPrivacyNotice => Tell(context.Say(PrivacyNotice.InWords(forms.Plan, words)), open),
            Command.ShowBlank => Tell(copies.Blank(context), open),
            Command.Copy copy => Tell(await copies.CopyAsync(context, copy.Receipt, cancellationToken), open),
            Command.NextOfDocument => await NextAsync(context, open, cancellationToken),
            Command.ShowDocument show => Show(context, show.Number, open),
            Command.StopReminders => Tell(DraftReminder.Stop(context), open),
            Command.AllowReminders => Tell(DraftReminder.Allow(context), open),
            Command.Respond respond => await RespondAsync(context, respond.Number, open, cancellationToken),
            Command.NewConsultation => NewConsultation(context, open),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Ends what only tells something with a line on how to go on.</summary>
    public static Decision Tell(Decision told, OpenForm? open) =>
        open is null ? told : told with { Replies = told.Replies.Add(GoingOn.Say(open)) };

    /// <summary>In a form a greeting is answered shortly, and the form goes on; somebody who left drafts behind hears of them.</summary>
    private Decision Greet(DialogContext context, OpenForm? open) =>
        drafts.Meet(context, open)
        ?? (
            open is null
                ? context.Say(welcome.Say(context))
                : context.Say(PlaceMessage.Say(open, new Notice(context.Words["return.greeting"])))
        );

    /// <summary>
    /// The same where a button of the review's card may have asked for it: a press uses the card up, so the review comes again on a card, and
    /// the line alone in words.
    /// </summary>
    public static Decision TellAtReview(Decision told, OpenForm? open) =>
        open?.Session.At is FormPosition.Review ? told with { Replies = told.Replies.Add(GoingOn.AtReview(open)) } : Tell(told, open);

    /// <summary>Help in a form is about the question at hand; at the review and at a confirmation it is the same question again.</summary>
    private async ValueTask<Decision> HelpAsync(DialogContext context, OpenForm open, CancellationToken cancellationToken) =>
        open.Session.At is FormPosition.Review
            ? context.Say(PlaceMessage.Say(open, new Notice(context.Words["review.help"])))
            : await walk.AdvanceAsync(context, new FormInput.Help(), cancellationToken);

    private Decision ChangeLanguage(DialogContext context, Words to)
    {
        DialogContext now = context.In(to);
        return forms.Open(now.State, to) is { } open
            ? now.Say(PlaceMessage.Say(open, new Notice(to["language.changed"])))
            : now.Say($"{to["language.changed"]}\n\n{Welcome.Orders(now)}");
    }

    /// <summary>Remembers what the person wants; it is begun in this turn as soon as nothing is missing.</summary>
    public static Decision Want(DialogContext context, PendingRequest wish, OpenForm? open) =>
        context.Conversation.ActiveForm switch
        {
            ActiveForm.AboutMe
                when open is not null
                    && wish is (PendingRequest.Propose or PendingRequest.ReadFile or PendingRequest.ClaimSeat)
                    && open.Form.Id == ProfileForm.Id => context
                .With(context.Conversation with { Pending = wish })
                .Say(PlaceMessage.Say(open, new Notice(context.Words["profile.first"]))),
            var walk when IsLostByLeaving(walk) && open is not null => FinishFirst(context, open),
            _ => context.With(context.Conversation with { ActiveForm = null, Pending = wish }).Say([]),
        };

    private Decision Contribute(DialogContext context, int? number, OpenForm? open)
    {
        ImmutableArray<Component> components = forms.Plan.Components;
        if (number is null)
            return Want(context, new PendingRequest.Propose(ProposalKind.Aporte, null), open);
        return number >= 1 && number <= components.Length
            ? Want(context, new PendingRequest.Propose(ProposalKind.Aporte, components[number.Value - 1].Id), open)
            : Tell(context.Say(NoSuchComponent(context.Words, number.Value, components)), open);
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
    private async ValueTask<Decision> NextAsync(DialogContext context, OpenForm? open, CancellationToken cancellationToken) =>
        context.Conversation.Document switch
        {
            null when open is not null => await walk.AdvanceAsync(context, new FormInput.Skip(), cancellationToken),
            null => context.Say(context.Words["document.none"]),
            { Left: [] } => Tell(context.Say(context.Words["document.noneLeft"]), open),
            { File: var file, Left: [var next, ..] } => Want(context, new PendingRequest.ReadFile(file, next), open),
        };

    private static Decision Show(DialogContext context, int? number, OpenForm? open) =>
        context.Conversation.Document switch
        {
            null => Tell(context.Say(context.Words["document.none"]), open),
            { Count: var count } when number is < 1 || number > count => Tell(
                context.Say(context.Words.Say("document.noSuch", number, count)),
                open
            ),
            { Left: var left } when number is { } opened && !left.Contains(opened) => Tell(
                context.Say(context.Words.Say("document.opened", opened)),
                open
            ),
            { File: var file } => Want(context, new PendingRequest.ReadFile(file, number), open),
        };

    private async ValueTask<Decision> RespondAsync(DialogContext context, int? number, OpenForm? open, CancellationToken cancellationToken)
    {
        if (await consultations.FindAsync(number, cancellationToken) is { } consultation)
            return Want(context, new PendingRequest.Respond(consultation), open);
        Decision list = await consultations.ShowAsync(context, cancellationToken);
        return Tell(
            number is null ? list : context.Say([new Reply(context.Words.Say("consultations.noSuch", number)), .. list.Replies]),
            open
        );
    }

    private async ValueTask<Decision> CorrectMesaAsync(DialogContext context, OpenForm? open, CancellationToken cancellationToken) =>
        IsLostByLeaving(context.Conversation.ActiveForm) && open is not null ? FinishFirst(context, open)
        : context.State.Mesa is null ? Tell(context.Say(context.Words["mesa.none"]), open)
        : await mesas.CorrectAsync(context, cancellationToken);

    private Decision NewConsultation(DialogContext context, OpenForm? open)
    {
        if (!context.IsCoordinator)
            return Tell(context.Say(context.Words["coordinatorsOnly"]), open);
        return IsLostByLeaving(context.Conversation.ActiveForm) && open is not null ? FinishFirst(context, open) : opening.Begin(context);
    }

    /// <summary>Only drafts are kept when they are left; what else was answered has to be finished or cancelled first.</summary>
    public static bool IsLostByLeaving(ActiveForm? walk) =>
        walk switch
        {
            ActiveForm.AboutMe about => about.Session.Answers.Keys.Any(answered => answered != ConsentForm.Consentimiento),
            ActiveForm.OpeningConsultation opening => !opening.Session.IsEmpty,
            ActiveForm.Proposing
            or ActiveForm.Responding
            or ActiveForm.CountingMesa
            or ActiveForm.Correcting
            or ActiveForm.Erasing
            or null => false,
            _ => throw new UnreachableException(),
        };

    public static Decision FinishFirst(DialogContext context, OpenForm open) =>
        context.Say(PlaceMessage.Say(open, Notice.Problem(context.Words.Say("form.finishFirst", open.Name))));
}
