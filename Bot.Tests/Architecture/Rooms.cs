using AgaBot.Bench.Architecture;

namespace AgaBot.Tests.Architecture;

/// <summary>Who may know what: the import direction of the rooms, and what the inner ones do without.</summary>
internal static class Rooms
{
    private const string Product = "AgaBot";

    /// <summary>Each room with the namespaces of the product that it may know besides its own.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Forms"] = [],
        ["Plans"] = ["Forms"],
        ["Consultations"] = ["Plans", "Forms"],
        ["Reports"] = ["Plans", "Consultations", "Forms"],
        ["Json"] = [],
        ["Dialogs"] = ["Json", "Reports", "Consultations", "Plans", "Forms"],
        ["Cards"] = ["Dialogs.Views", "Json"],
        ["Turns"] = ["Dialogs", "Reports", "Consultations", "Plans", "Forms"],
        ["Downloads"] = ["Turns", "Dialogs", "Plans"],
        ["Channels"] = ["Turns", "Downloads", "Cards", "Dialogs.Inputs", "Dialogs.Views", "Json"],
        ["Commands"] = ["Storage", "Reports", "Turns"],
        ["Storage"] = ["Json", "Turns", "Dialogs", "Reports", "Consultations", "Plans", "Forms"],
    };

    /// <summary>Namespaces outside the product that a room does without.</summary>
    private static readonly Dictionary<string, string[]> MustNotKnow = new()
    {
        ["Forms"] = ["System.Text.Json", "System.IO", "System.Net", "System.Data", "Microsoft"],
        ["Plans"] = ["Microsoft.AspNetCore", "System.Net.Http"],
        ["Consultations"] = ["Microsoft.AspNetCore", "System.Net.Http"],
        ["Reports"] = ["Microsoft.AspNetCore", "System.Net.Http"],
    };

    public static IEnumerable<string> Violations(IEnumerable<TypeReference> references) =>
        references.Where(reference => !IsAllowed(reference)).Select(reference => reference.ToString()).Order(StringComparer.Ordinal);

    private static bool IsAllowed(TypeReference reference)
    {
        // The root of the product (Program) puts the rooms together; types outside it are what a compiler generated.
        if (!reference.From.IsIn(Product) || reference.From.Namespace == Product)
            return true;

        string room = RoomOf(reference.From);
        return reference.To.IsIn(Product)
            ? reference.To.IsIn($"{Product}.{room}")
                || (MayKnow.TryGetValue(room, out string[]? known) && known.Any(space => reference.To.IsIn($"{Product}.{space}")))
            : !(MustNotKnow.TryGetValue(room, out string[]? unknown) && unknown.Any(reference.To.IsIn));
    }

    private static string RoomOf(TypeName type) => type.Namespace.Split('.')[1];
}
