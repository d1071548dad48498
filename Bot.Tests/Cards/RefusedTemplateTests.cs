using System.Text;
using AgaBot.Cards;
using AgaBot.Cards.Templates;
using AgaBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgaBot.Tests.Cards;

/// <summary>An invalid template is refused when it is loaded; the error has a line and a column.</summary>
public sealed class RefusedTemplateTests
{
    [Theory]
    [InlineData("${a +}", "'+'")]
    [InlineData("${a b}", "'b'")]
    [InlineData("${}", "something is missing")]
    [InlineData("a ${x", "not closed")]
    [InlineData("${formatDateTime(a)}", "no function 'formatDateTime'")]
    [InlineData("${if(a, b)}", "'if' does not take 2 arguments")]
    [InlineData("${año}", "'ñ'")]
    [InlineData("${'open}", "not closed")]
    [InlineData("${$host}", "no '$host'")]
    [InlineData("${a[b]}", "whole number")]
    [InlineData("${(a}", "')' is missing")]
    public void An_expression_outside_the_subset_is_refused(string text, string what)
    {
        CardTemplateException refused = Refused(
            $$"""
            {
              "type": "AdaptiveCard",
              "body": [
                { "text": "{{text}}" }
              ]
            }
            """
        );
        Assert.Equal(("bad.json", 4, 15), (refused.File, refused.Line, refused.Column));
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("bad.json(4,15): ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("\"false\"")]
    [InlineData("\"x ${a}\"")]
    [InlineData("null")]
    [InlineData("\"${true}\"")]
    public void A_condition_that_is_no_expression_is_refused(string condition)
    {
        CardTemplateException refused = Refused(
            $$"""
            [
              { "$when": {{condition}} }
            ]
            """
        );
        Assert.Equal((2, 14), (refused.Line, refused.Column));
        Assert.Contains("$when", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"a\": }")]
    [InlineData("{} {}")]
    public void What_is_not_JSON_is_refused(string text) => Assert.Equal(1, Refused(text).Line);

    [Fact]
    public void A_folder_with_one_bad_template_is_refused_and_the_file_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("good.json"), """{ "text": "${a}" }""");
        File.WriteAllText(folder.File("bad.json"), """{ "text": "${a" , "b": "${!}" }""");
        CardTemplateException refused = Assert.Throws<CardTemplateException>(() =>
            CardTemplates.Load(folder.Path, NullLogger<CardTemplates>.Instance)
        );
        Assert.Equal(folder.File("bad.json"), refused.File);
    }

    private static CardTemplateException Refused(string template) =>
        Assert.Throws<CardTemplateException>(() => CardTemplate.Parse(Encoding.UTF8.GetBytes(template), "bad.json"));
}
