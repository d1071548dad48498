using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.DocumentImport;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.TakingDown;

/// <summary>Request to make a draft of a sentence.</summary>
/// <param name="Text">As typed; the answer about the proposal.</param>
public sealed record TakeDownRequest(ProposalKind Kind, string Text) : PendingRequest
{
    internal override string WhyConsent => "consent.whyToPropose";
}

/// <summary>An aporte opens at its review, a ficha at the first question that the sentence does not answer.</summary>
internal sealed class TakeDownRequestHandler(Plan plan, ProposalForms forms, DraftOpener drafts) : RequestHandler<TakeDownRequest>
{
    protected override ValueTask<Decision> BeginAsync(
        DialogContext context,
        TakeDownRequest request,
        Notice notice,
        CancellationToken cancellationToken
    )
    {
        SentenceDetails details = SentenceDetails.Read(plan, request.Text, context.Turn.Today);
        bool isFicha = request.Kind == ProposalKind.Ficha;
        var said = new ImportedFicha(
            request.Kind,
            [.. Answers(request, details)],
            isFicha ? [] : [.. forms.Of(request.Kind).Questions.Select(static question => question.Id)]
        );
        return ValueTask.FromResult(
            drafts.BeginFrom(
                context,
                said,
                notUnderstood: [],
                notice,
                (open, _) => new Notice(Noted(context.Words, request.Kind, details)),
                isFicha ? null : details.Component?.Id
            )
        );
    }

    private IEnumerable<PrefillAnswer> Answers(TakeDownRequest request, SentenceDetails details)
    {
        Form form = forms.Of(request.Kind);
        foreach (
            (string id, string? answer) in ((string, string?)[])
                [
                    (FichaForm.Componente, details.Component?.Id),
                    (FichaForm.Propuesta, request.Text),
                    (FichaForm.Cumplimiento, details.Date),
                    (SentenceDetails.PlaceQuestion, details.Place),
                ]
        )
        {
            if (answer is not null && form.Find(id) is not null)
                yield return new PrefillAnswer(id, answer, []);
        }
    }

    private static string Noted(Words words, ProposalKind kind, SentenceDetails details)
    {
        ImmutableArray<string> read =
        [
            .. details.Component is { } component ? [words.Say("takeDown.component", component.Name)] : Array.Empty<string>(),
            .. kind == ProposalKind.Ficha && details.Date is { } date ? [words.Say("takeDown.date", date)] : Array.Empty<string>(),
            .. details.Place is { } place ? [words.Say("takeDown.place", place)] : Array.Empty<string>(),
        ];
        string noted = words[kind == ProposalKind.Ficha ? "takeDown.notedFicha" : "takeDown.notedAporte"];
        return read.IsEmpty ? noted : $"{noted} {words.Say("takeDown.read", string.Join("; ", read))}";
    }
}
