using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Consultations;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Sheets;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Linking;
using AgaBot.Plans.Retention;
using Microsoft.Extensions.Options;

namespace AgaBot.Dialogs.OwnData;

/// <summary>Collects all that is stored of one person.</summary>
internal sealed class OwnDataSheets(
    Plan plan,
    CorrectionHandler correction,
    FichaSheets fichas,
    IOwnRecords records,
    IOptions<RetentionOptions> retention
)
{
    public async ValueTask<OwnDataSheet> OfAsync(
        Participant participant,
        ImmutableArray<Draft> drafts,
        Words words,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        OwnRecords own = await records.OfAsync(participant.Id, cancellationToken);
        return new OwnDataSheet(
            words["ownData.title"],
            plan.Responsible,
            DatePhrases.Day(words, today),
            Profile(participant, words),
            [.. drafts.Where(static draft => !draft.Session.IsEmpty).Select(draft => fichas.Sheet(draft, words))],
            await fichas.OfAsync(participant.Id, words, cancellationToken),
            [.. own.Responses.Select(response => Line(response, words))],
            [.. own.Supports.Select(static receipt => receipt.ToString())],
            [.. participant.Roles.Select(role => Name(role, words))],
            [participant.Id.Value, .. own.Identities.Select(static id => id.Value)],
            // The current conversation counts, even if it is not stored yet.
            Math.Max(1, own.Conversations),
            words["ownData.why"],
            words.Say("ownData.until", retention.Value.DraftDays, retention.Value.ConversationDays, retention.Value.FileDays)
        )
        {
            ThrownAway = [.. own.ThrownAway.Select(thrown => fichas.Sheet(thrown, words))],
            ThrownAwayUntil = words.Say("ownData.thrownAwayUntil", retention.Value.ConversationDays),
            Links = [.. own.Links.Select(link => Line(link, words))],
            Mesas =
            [
                .. own.Seats.Select(number => words.Say("ownData.seat", number)),
                .. own.Mesas.Select(number => words.Say("ownData.mesa", number)),
            ],
        };
    }

    /// <summary>All data of the person, for a file.</summary>
    public static OwnDataDocument Whole(OwnDataSheet sheet, Words words) =>
        new(
            words.Culture.TwoLetterISOLanguageName,
            sheet.Title,
            words.Say("ownData.asOf", sheet.AsOf, sheet.Responsible),
            [
                new(words["ownData.profile"], [.. sheet.Profile.Select(InLine)]),
                new(words["ownData.drafts"], [.. sheet.Drafts.SelectMany(Lines)]),
                .. sheet.ThrownAway.IsEmpty
                    ? []
                    : new[]
                    {
                        new OwnDataSection(words["ownData.thrownAway"], [sheet.ThrownAwayUntil, .. sheet.ThrownAway.SelectMany(Lines)]),
                    },
                new(words["ownData.proposals"], [.. sheet.Proposals.SelectMany(Lines)]),
                new(words["ownData.responses"], [.. sheet.Responses.Select(InLine)]),
                new(words["ownData.supports"], sheet.Supports),
                new(words["ownData.mesas"], sheet.Mesas),
                new(words["ownData.roles"], sheet.Roles),
                new(words["ownData.identities"], sheet.Identities),
                .. sheet.Links.IsEmpty ? [] : new[] { new OwnDataSection(words["ownData.links"], sheet.Links) },
                new(words["ownData.conversations"], [sheet.Conversations.ToString(words.Culture)]),
            ],
            words["answer.none"],
            [sheet.Why, sheet.Until]
        );

    public static string InLine(OwnDataLine line) => $"{line.Label}: {line.Value}";

    private static IEnumerable<string> Lines(FichaSheet sheet) =>
        [
            $"{sheet.Title}, {sheet.Receipt}, {sheet.Sent}",
            .. sheet.Lines.Select(static line => $"{line.Number}. {line.Label}: {line.Answer}"),
        ];

    private static string Line(LinkMemory link, Words words) =>
        words.Say(
            "ownData.link",
            DatePhrases.Day(words, LimaCalendar.DayOf(link.At)),
            link.Before.Profile is { } before ? $"{before.Name}, {before.Organisation}" : words["answer.none"]
        );

    private ImmutableArray<OwnDataLine> Profile(Participant participant, Words words)
    {
        var lines = ImmutableArray.CreateBuilder<OwnDataLine>();
        if (participant.Profile is { } profile)
        {
            Form form = correction.FormIn(words);
            FormSession told = ProfileForm.Correct("", form, profile);
            lines.AddRange(
                form.Questions.Select(question => new OwnDataLine(
                    words[$"perfil.{question.Id}.name"],
                    AnswerPhrases.Say(words, question, told.Answers.GetValueOrDefault(question.Id))
                ))
            );
        }
        if (participant.ConsentedOn is { } day)
            lines.Add(new OwnDataLine(words["perfil.consentimiento.name"], DatePhrases.Day(words, LimaCalendar.DayOf(day))));
        return lines.ToImmutable();
    }

    private static OwnDataLine Line(OwnResponse response, Words words) =>
        new(response.Consultation.Prompt, AnswerPhrases.Say(words, ResponseForm.Of(response.Consultation).Questions[0], response.Answer));

    private static string Name(Role role, Words words) =>
        role switch
        {
            Role.Coordinator => words["role.coordinator"],
            Role.Reviewer => words["role.reviewer"],
            _ => throw new UnreachableException(),
        };
}
