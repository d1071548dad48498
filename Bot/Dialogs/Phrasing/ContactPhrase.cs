using AgaBot.Plans;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>
/// Names the people who help when the bot cannot: the plan's office and its contacts, or else the organisation responsible for the plan.
/// </summary>
internal static class ContactPhrase
{
    public static string Say(Plan plan, Words words) =>
        plan.Contact is not { } contact ? plan.Responsible
        : contact.Ways.IsEmpty ? contact.Office.In(words.Language)
        : words.Say(
            "contact.ways",
            contact.Office.In(words.Language),
            string.Join(", ", contact.Ways.Select(way => way.In(words.Language)))
        );
}
