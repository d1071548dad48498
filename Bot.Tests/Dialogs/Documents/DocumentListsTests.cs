using AgaBot.Dialogs;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.DocumentImport;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Dialogs.Documents;

/// <summary>What the card of a resumen shows where a renderer would read Markdown or a choice.</summary>
public sealed class DocumentListsTests
{
    private static readonly Plan Plan = new ServiceCollection()
        .AddPlan(new ConfigurationBuilder().Build())
        .BuildServiceProvider()
        .GetRequiredService<Plan>();

    /// <summary>A renderer of Markdown begins a list of its own at each number, and shows 1.</summary>
    [Fact]
    public void The_numbers_of_a_resumen_are_no_lists()
    {
        var ficha = new ImportedFicha(ProposalKind.Ficha, [new PrefillAnswer(FichaForm.Propuesta, "Un portal", [])], []);
        var document = new ImportedDocument([ficha, ficha], [.. Enumerable.Range(1, 30).Select(static line => $"Línea {line}")]);

        Reply[] replies =
        [
            .. new DocumentLists(new ProposalForms(Plan)).Say(
                Words.Spanish,
                document,
                DocumentInHand.Begin(new SentFileId("f"), 2),
                Notice.None
            ),
        ];

        Assert.Equal([@"1\. Ficha", @"2\. Ficha"], ((ProposalsView)replies[^1].Card!).Lines.Select(static line => line.Name));
        var leftOut = (MessageView)replies[0].Card!;
        Assert.Contains("Y 20 líneas más.", leftOut.Text, StringComparison.Ordinal);
        Assert.Equal(20, leftOut.More.Length);
        Assert.Contains("Línea 30", leftOut.More[^1], StringComparison.Ordinal);
    }

    /// <summary>The example of an answer looked as if it were chosen.</summary>
    [Fact]
    public void A_closed_list_says_that_something_is_to_be_chosen()
    {
        var type = new Question.Choice(ProfileForm.Tipo, Required: true, [new Option("municipios", "Municipios", [])]);
        var form = new Form("perfil", Version: 1, [type], HasReview: false);
        var open = new OpenForm(form, FormSession.Start("s", form), Words.Spanish, "perfil", "", "");

        Assert.Equal("Elija…", FieldViews.Of(open, type).Placeholder);
    }
}
