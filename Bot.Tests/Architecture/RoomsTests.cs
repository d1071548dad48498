using System.Reflection;
using AgaBot.Bench.Architecture;

namespace AgaBot.Tests.Architecture;

/// <summary>Imports run one way through the rooms of the house. A type that breaks this is in the wrong room.</summary>
public sealed class RoomsTests
{
    [Fact]
    public void Every_room_knows_only_what_it_may()
    {
        string[] violations = [.. Rooms.Violations(AssemblyReferences.Product)];

        Assert.True(
            violations.Length == 0,
            string.Join(Environment.NewLine, ["These types know what their room must not:", .. violations])
        );
    }

    [Fact]
    public void Every_way_to_know_a_type_is_seen()
    {
        IReadOnlyCollection<TypeReference> references = AssemblyReferences.Read(Assembly.GetExecutingAssembly().Location);

        string[] knowing =
        [
            .. references
                .Where(reference =>
                    reference.From.Namespace == typeof(Samples.Stranger).Namespace
                    && reference.To.IsIn(typeof(Samples.Known.Thing).Namespace!)
                )
                .Select(reference => reference.From.Name)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

        string[] samples =
        [
            .. Assembly
                .GetExecutingAssembly()
                .GetTypes()
                .Where(type => type.Namespace == typeof(Samples.Stranger).Namespace && !type.IsNested && type != typeof(Samples.Stranger))
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(samples, knowing);
    }

    [Theory]
    [InlineData("AgaBot.Forms.Form", "AgaBot.Plans.Plan")]
    [InlineData("AgaBot.Forms.Form", "System.Text.Json.JsonSerializer")]
    [InlineData("AgaBot.Forms.Form", "System.IO.File")]
    [InlineData("AgaBot.Forms.Form", "Microsoft.Extensions.Logging.ILogger")]
    [InlineData("AgaBot.Plans.Plan", "AgaBot.Turns.Turn")]
    [InlineData("AgaBot.Plans.Plan", "Microsoft.AspNetCore.Http.HttpContext")]
    [InlineData("AgaBot.Plans.Plan", "AgaBot.Consultations.Consultation")]
    [InlineData("AgaBot.Reports.Summary", "AgaBot.Dialogs.Views.CardView")]
    [InlineData("AgaBot.Dialogs.Hello", "AgaBot.Storage.IEntityStore")]
    [InlineData("AgaBot.Dialogs.Views.CardView", "AgaBot.Channels.Activity")]
    [InlineData("AgaBot.Cards.Template", "AgaBot.Dialogs.Hello")]
    [InlineData("AgaBot.Cards.Template", "AgaBot.Forms.Form")]
    [InlineData("AgaBot.Turns.Turn", "AgaBot.Channels.Activity")]
    [InlineData("AgaBot.Turns.Turn", "AgaBot.Storage.IEntityStore")]
    [InlineData("AgaBot.Channels.Activity", "AgaBot.Plans.Plan")]
    [InlineData("AgaBot.Channels.Web.Page", "AgaBot.Dialogs.Hello")]
    [InlineData("AgaBot.Storage.IEntityStore", "AgaBot.Channels.Activity")]
    [InlineData("AgaBot.Attic.Box", "AgaBot.Forms.Form")]
    [InlineData("AgaBot.Plans.Plan", "AgaBot.Startup")]
    public void What_a_room_must_not_know_is_told_type_by_type(string from, string to) =>
        Assert.Equal([$"{from} -> {to}"], Rooms.Violations([Reference(from, to)]));

    [Theory]
    [InlineData("AgaBot.Forms.Form", "AgaBot.Forms.Dates.PlanDate")]
    [InlineData("AgaBot.Forms.Form", "System.Globalization.CultureInfo")]
    [InlineData("AgaBot.Plans.Plan", "AgaBot.Forms.Form")]
    [InlineData("AgaBot.Cards.Template", "AgaBot.Dialogs.Views.CardView")]
    [InlineData("AgaBot.Channels.Activity", "AgaBot.Turns.Turn")]
    [InlineData("AgaBot.Storage.PlanRows", "AgaBot.Plans.Plan")]
    [InlineData("AgaBot.Composition", "AgaBot.Channels.Activity")]
    [InlineData("Program", "AgaBot.Channels.Activity")]
    public void What_a_room_may_know_is_left_alone(string from, string to) => Assert.Empty(Rooms.Violations([Reference(from, to)]));

    private static TypeReference Reference(string from, string to) => new(Name(from), Name(to));

    private static TypeName Name(string fullName) =>
        fullName.LastIndexOf('.') is var dot and >= 0 ? new TypeName(fullName[..dot], fullName[(dot + 1)..]) : new TypeName("", fullName);
}
