using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using AgaBot.Consultations;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Sheets;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;
using AgaBot.Plans;

namespace AgaBot.Dialogs.OwnData;

/// <summary>Puts together all that is kept of one person.</summary>
internal sealed class OwnDataSheets(DialogForms forms, FichaSheets fichas, IOwnRecords records)
{
    public async ValueTask<OwnDataSheet> OfAsync(
        Participant participant, ImmutableArray<Draft> drafts, Words words, DateOnly today, CancellationToken cancellationToken)
    {
        OwnRecords own = await records.OfAsync(participant.Id, cancellationToken);
        return new OwnDataSheet(
            words["ownData.title"],
            forms.Plan.Responsible,
            DatePhrases.Day(words, today),
            Profile(participant, words),
            [.. drafts.Where(static draft => !draft.Session.IsEmpty).Select(draft => fichas.Sheet(draft, words))],
            await fichas.OfAsync(participant.Id, words, cancellationToken),
            [.. own.Responses.Select(response => Line(response, words))],
            [.. participant.Roles.Select(role => Name(role, words))],
            [participant.Id.Value, .. own.Identities.Select(static id => id.Value)],
            // The one in which it is asked is one, also where it begins with that.
            Math.Max(1, own.Conversations),
            words["ownData.why"],
            words["ownData.until"])
        {
            Mesas = [.. own.Seats.Select(number => words.Say("ownData.seat", number)), .. own.Mesas.Select(number => words.Say("ownData.mesa", number))],
        };
    }

    /// <summary>The whole of it as a text that can be kept and printed.</summary>
    public static string InWords(OwnDataSheet sheet, Words words)
    {
        var text = new StringBuilder();
        text.Append(sheet.Title).Append('\n').Append(words.Say("ownData.asOf", sheet.AsOf, sheet.Responsible)).Append('\n');
        Section(words["ownData.profile"], sheet.Profile.Select(InLine));
        Section(words["ownData.drafts"], sheet.Drafts.SelectMany(Lines));
        Section(words["ownData.proposals"], sheet.Proposals.SelectMany(Lines));
        Section(words["ownData.responses"], sheet.Responses.Select(InLine));
        Section(words["ownData.mesas"], sheet.Mesas);
        Section(words["ownData.roles"], sheet.Roles);
        Section(words["ownData.identities"], sheet.Identities);
        Section(words["ownData.conversations"], [sheet.Conversations.ToString(words.Culture)]);
        text.Append('\n').Append(sheet.Why).Append('\n').Append(sheet.Until).Append('\n');
        return text.ToString();

        void Section(string heading, IEnumerable<string> lines)
        {
            text.Append('\n').Append(heading).Append('\n');
            bool any = false;
            foreach (string line in lines)
            {
                any = true;
                text.Append("  ").Append(line.Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
            }
            if (!any)
                text.Append("  ").Append(words["answer.none"]).Append('\n');
        }
    }

    public static string InLine(OwnDataLine line) => $"{line.Label}: {line.Value}";

    private static IEnumerable<string> Lines(FichaSheet sheet) =>
        [$"{sheet.Title}, {sheet.Receipt}, {sheet.Sent}", .. sheet.Lines.Select(static line => $"{line.Number}. {line.Label}: {line.Answer}")];

    private ImmutableArray<OwnDataLine> Profile(Participant participant, Words words)
    {
        var lines = ImmutableArray.CreateBuilder<OwnDataLine>();
        if (participant.Profile is { } profile)
        {
            FormSession told = ProfileForm.Correct("", forms.CorrectionIn(words), profile);
            lines.AddRange(forms.CorrectionIn(words).Questions.Select(question => new OwnDataLine(
                words[$"perfil.{question.Id}.name"], AnswerPhrases.Say(words, question, told.Answers.GetValueOrDefault(question.Id)))));
        }
        if (participant.ConsentedOn is { } day)
            lines.Add(new OwnDataLine(words["perfil.consentimiento.name"], DatePhrases.Day(words, LimaCalendar.DayOf(day))));
        return lines.ToImmutable();
    }

    private static OwnDataLine Line(OwnResponse response, Words words) => new(
        response.Consultation.Question,
        AnswerPhrases.Say(words, ResponseForm.Of(response.Consultation).Questions[0], response.Answer));

    private static string Name(Role role, Words words) => role switch
    {
        Role.Coordinator => words["role.coordinator"],
        Role.Reviewer => words["role.reviewer"],
        _ => throw new UnreachableException(),
    };
}
