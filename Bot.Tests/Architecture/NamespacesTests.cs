using AgaBot.Bench.Architecture;

namespace AgaBot.Tests.Architecture;

/// <summary>Imports between the namespaces of the bot: no circles, and no feature of the dialogs knows another.</summary>
public sealed class NamespacesTests
{
    /// <summary>Rooms of the dialogs that every feature may import, and that import none.</summary>
    private static readonly string[] SharedRooms = ["Asking", "Codes", "Commands", "Drafting", "Inputs", "Phrasing", "Sheets", "Views"];

    /// <summary>The room of the dialogs that puts the features together.</summary>
    private const string Deciding = "Deciding";

    private static readonly Namespaces Product = new(AssemblyReferences.Product);

    [Fact]
    public void No_namespaces_import_each_other()
    {
        string[] circles = [.. Product.Circles()];

        Assert.True(circles.Length == 0, string.Join(Environment.NewLine, ["These namespaces import each other:", .. circles]));
    }

    [Fact]
    public void No_feature_of_the_dialogs_is_imported_by_another_room_of_them() =>
        Assert.DoesNotContain(
            Product.ImportsOfFeatures(SharedRooms),
            import => !import.StartsWith($"{Deciding} -> ", StringComparison.Ordinal)
        );

    [Fact]
    public void A_circle_is_found_with_all_its_namespaces()
    {
        var namespaces = new Namespaces([
            Reference("AgaBot.A", "AgaBot.B"),
            Reference("AgaBot.B", "AgaBot.C"),
            Reference("AgaBot.C", "AgaBot.A"),
            Reference("AgaBot.A", "AgaBot.D"),
            Reference("AgaBot.E", "AgaBot.A"),
            Reference("AgaBot.F", "AgaBot.F"),
        ]);

        Assert.Equal(["AgaBot.A, AgaBot.B, AgaBot.C"], namespaces.Circles());
    }

    [Fact]
    public void An_import_of_a_feature_is_told_and_one_of_a_shared_room_is_not()
    {
        var namespaces = new Namespaces([
            Reference("AgaBot.Dialogs.Mesas", "AgaBot.Dialogs.Views"),
            Reference("AgaBot.Dialogs.Mesas.Seats", "AgaBot.Dialogs.Mesas"),
            Reference("AgaBot.Dialogs.Mesas.Seats", "AgaBot.Dialogs.Linking.Codes"),
            Reference("AgaBot.Dialogs.Views", "AgaBot.Dialogs.Mesas"),
            Reference("AgaBot.Dialogs", "AgaBot.Dialogs.Mesas"),
            Reference("AgaBot.Turns", "AgaBot.Dialogs.Mesas"),
        ]);

        Assert.Equal(["Mesas -> Linking", "Views -> Mesas"], namespaces.ImportsOfFeatures(["Views"]));
    }

    private static TypeReference Reference(string from, string to) => new(new TypeName(from, "From"), new TypeName(to, "To"));
}
