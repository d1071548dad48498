using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Plans.Mesas;

namespace AgaBot.Dialogs.Mesas;

/// <summary>Says the state of a mesa.</summary>
internal static class MesaMessage
{
    public static Reply Opened(Plan plan, Words words, Mesa mesa, string code) =>
        Coded(
            words,
            words.Say("mesa.opened", mesa.Number, words.Count("mesa.people", mesa.Attendance.People)),
            $"{People(plan, words, mesa.Attendance)}{Standing(words, mesa)}\n\n{words["mesa.whatNext"]}",
            code
        );

    public static Reply Code(Words words, MesaRef mesa, string code) =>
        Coded(words, Title(words, mesa.Number, mesa.People), words["mesa.codeUse"], code);

    public static Reply Corrected(Plan plan, Words words, Mesa mesa) =>
        Plain(
            words,
            words.Say("mesa.corrected", mesa.Number, words.Count("mesa.people", mesa.Attendance.People)),
            People(plan, words, mesa.Attendance)
        );

    public static Reply Status(Plan plan, Words words, Mesa mesa)
    {
        string seats = mesa.Claimed.People > 0 ? $"\n{words.Count("mesa.seats", mesa.Claimed.People)}" : "";
        return Plain(
            words,
            Title(words, mesa.Number, mesa.Attendance.People),
            $"{People(plan, words, mesa.Attendance)}{seats}{Standing(words, mesa)}\n\n{words["mesa.whatNext"]}"
        );
    }

    /// <summary>A line on a mesa whose people are not counted; empty for others.</summary>
    private static string Standing(Words words, Mesa mesa) =>
        mesa.Standing switch
        {
            MesaStanding.Waiting => $"\n{words["mesa.waiting"]}",
            MesaStanding.Voided => $"\n{words.Say("mesa.voided", mesa.VoidedBecause ?? "")}",
            _ => "",
        };

    /// <summary>One line for each organisation type, in the plan's order.</summary>
    public static string People(Plan plan, Words words, Attendance attendance) =>
        string.Join(
            '\n',
            attendance
                .ToAnswer(plan)
                .Groups.Select(size =>
                    AnswerPhrases.Say(words, plan.OrganisationTypes.First(type => type.Id == size.OptionId).NameIn(words.Language), size)
                )
        );

    private static string Title(Words words, int number, int people) => words.Say("mesa.title", number, words.Count("mesa.people", people));

    private static Reply Coded(Words words, string title, string text, string code)
    {
        string shown = LinkCode.Shown(code);
        return new Reply(
            $"{title}\n{text}\n\n{words.Say("mesa.code", shown)}",
            new ReceiptView
            {
                FallbackText = $"{title}\n{text}\n\n{words.Say("mesa.code", shown)}",
                Speak = title,
                Lang = words.Language,
                Title = title,
                NumberLabel = words["mesa.codeLabel"],
                Number = shown,
                Text = PlainInCards.Escape($"{text}\n\n{words.Say("mesa.code", shown)}"),
                Next = "",
                Buttons = Buttons(words),
            }
        );
    }

    private static Reply Plain(Words words, string title, string text) =>
        new(
            $"{title}\n{text}",
            new MessageView
            {
                FallbackText = $"{title}\n{text}",
                Speak = title,
                Lang = words.Language,
                Title = title,
                Text = PlainInCards.Escape(text),
                Buttons = Buttons(words),
            }
        );

    private static ImmutableArray<CommandButton> Buttons(Words words) =>
        CommandButtons.Of(words, "propose", "contribute", "editMesa", "mesaCode", "closeMesa");
}
