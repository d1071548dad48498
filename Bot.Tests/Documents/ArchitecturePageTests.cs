using AgaBot.Bench.Architecture;

namespace AgaBot.Tests.Documents;

/// <summary><c>docs/architecture.md</c> shows the dependencies that the compiled assembly has.</summary>
public sealed class ArchitecturePageTests
{
    [Fact]
    public void The_picture_of_the_rooms_is_that_of_the_assembly()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"));
        string picture = RoomPicture.Draw(AssemblyReferences.Product);

        Assert.True(
            page.Contains(picture, StringComparison.Ordinal),
            "The dependencies between the rooms have changed. If they should, put the output of\n"
                + "  dotnet run --project Bot.Bench -- architecture\n"
                + $"in place of the picture in docs/architecture.md. It is now:\n{picture}"
        );
    }

    [Fact]
    public void An_arrow_is_left_out_where_a_longer_way_leads_to_the_same_room()
    {
        TypeReference[] references =
        [
            Use("AgaBot.Dialogs", "AgaBot.Plans.Mesas"),
            Use("AgaBot.Plans", "AgaBot.Forms.Dates"),
            Use("AgaBot.Dialogs.Asking", "AgaBot.Forms"),
            Use("AgaBot.Dialogs.Asking", "AgaBot.Dialogs.Views"),
            Use("AgaBot.Plans", "System.Text"),
            Use("AgaBot", "AgaBot.Forms"),
        ];

        Assert.Equal("```mermaid\nflowchart TD\n    Dialogs --> Plans\n    Plans --> Forms\n```\n", RoomPicture.Draw(references));
    }

    private static TypeReference Use(string from, string to) => new(new TypeName(from, "One"), new TypeName(to, "Other"));
}
