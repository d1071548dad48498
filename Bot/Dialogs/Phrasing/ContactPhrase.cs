using AgaBot.Plans;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>
/// Names the people who help when the bot cannot: the plan's office and its contacts, or else the organisation responsible for the plan.
/// </summary>
internal static class ContactPhrase
{
    /// <summary>The office with telephone, address and hours, a line each; says so if the plan names none.</summary>
    public static string Sheet(Plan plan, Words words) =>
        plan.Contact is not { } contact
            ? words.Say("contact.none", plan.Responsible)
            : string.Join(
                '\n',
                (string[])
                    [
                        words.Say("contact.sheet", Say(plan, words)),
                        contact.Telephone is { } telephone ? words.Say("contact.telephone", telephone) : words["contact.noTelephone"],
                        contact.Address is { } address
                            ? words.Say("contact.address", address.In(words.Language))
                            : words["contact.noAddress"],
                        contact.Hours is { } hours ? words.Say("contact.hours", hours.In(words.Language)) : words["contact.noHours"],
                    ]
            );

    public static string Say(Plan plan, Words words) =>
        plan.Contact is not { } contact ? plan.Responsible
        : contact.Ways.IsEmpty ? contact.Office.In(words.Language)
        : words.Say(
            "contact.ways",
            contact.Office.In(words.Language),
            string.Join(", ", contact.Ways.Select(way => way.In(words.Language)))
        );
}
