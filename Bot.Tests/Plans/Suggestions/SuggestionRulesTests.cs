using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Suggestions;
using AgaBot.Tests.LaLibertad;

namespace AgaBot.Tests.Plans.Suggestions;

/// <summary>Which suggestions apply to real proposals, and why.</summary>
public sealed class SuggestionRulesTests
{
    /// <summary>
    /// The ten proposals of the workshop:
    /// <list type="bullet">
    /// <item>result: "disminuir los índices", "población preparada", "fortalecer la infraestructura", "fortalecimiento de capacidades" and
    /// the three
    /// aportes' titles say neither how much nor what there will be; a model (3), a platform (5) and a directive (6) are there or are
    /// not.</item>
    /// <item>problem: ficha 6 lists "actualización oportuna de la información", which is what is wanted. What aporte 1
    /// says to be lacking is not what it proposes, and ficha 4's "limitada infraestructura" says what it impedes: both rest.</item>
    /// <item>action: ficha 5 has none, the aportes' have no dates; ficha 4's durations are dates.</item>
    /// <item>responsible: ficha 1 names all governments of two levels, ficha 5 nobody; "Gobierno Regional" alone is one that can be
    /// asked.</item>
    /// </list>
    /// </summary>
    private const string Table = """
        ficha 1: result, responsible
        ficha 2: result
        ficha 3: nothing
        ficha 4: result
        ficha 5: action, responsible
        ficha 6: problem «Actualización oportuna de la información»
        ficha 7: result
        aporte 1: result, action
        aporte 2: result, action
        aporte 3: result, action
        """;

    public static TheoryData<string> Rules => [.. Advice.Rules.InOrder.Select(rule => rule.Id)];

    [Fact]
    public void On_the_real_documents_ten_they_fire_where_a_reader_would_ask() =>
        Assert.Equal(Table, string.Join('\n', Advice.Ten().Select(ten => $"{ten.Name}: {Fired(ten.Proposal)}")));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Each_example_of_a_rule_does_what_it_says(string id)
    {
        SuggestionRule rule = Advice.Rules.InOrder.Single(rule => rule.Id == id);

        Assert.All(
            rule.Examples,
            example => Assert.True(example.Fires == rule.Check(new ProposalText(Advice.Typed(example.Answers))) is not null, example.Why)
        );
    }

    [Fact]
    public void What_was_ignored_is_not_suggested_again_and_makes_room_for_what_comes_next()
    {
        ImmutableSortedDictionary<string, Answer> empty = Answers(
            (FichaForm.Propuesta, "Seguridad ciudadana"),
            (FichaForm.Problema, "Falta de seguridad ciudadana")
        );

        Assert.Equal(["result", "problem", "action"], Advice.Rules.Suggest(new ProposalText(empty), []).Select(one => one.RuleId));
        Assert.Equal(
            ["problem", "action", "responsible"],
            Advice.Rules.Suggest(new ProposalText(empty), ["result"]).Select(one => one.RuleId)
        );
        Assert.Empty(Advice.Rules.Suggest(new ProposalText(empty), ["result", "problem", "action", "responsible"]));
    }

    [Theory]
    [InlineData("Disminuir la inseguridad", "Disminuir la inseguridad", "Same")]
    [InlineData("DISMINUIR la inseguridad.", "disminuir  la inseguridad", "Same")]
    [InlineData("Falta de seguridad ciudadana", "", "Lack")]
    [InlineData("Más seguridad ciudadana", "", "")]
    [InlineData("Falta de identificación e inventario de zonas de riesgo", "Inventario de zonas", null)]
    [InlineData("Incremento de los robos", "Disminuir los robos", null)]
    public void It_is_said_how_the_problem_restates_the_solution(string problem, string objective, string? variant)
    {
        Suggestion? found = Advice.Rules.Problem.Check(
            new ProposalText(
                Answers([
                    (FichaForm.Propuesta, "Seguridad ciudadana"),
                    (FichaForm.Problema, problem),
                    .. objective.Length == 0 ? [] : new[] { (FichaForm.Objetivo, objective) },
                ])
            )
        );
        Assert.Equal(variant, found?.Variant);
    }

    [Fact]
    public void Nothing_answered_is_read_without_a_fault()
    {
        ImmutableSortedDictionary<string, Answer> none = Answers();

        Assert.Equal(3, Advice.Rules.Suggest(new ProposalText(none), []).Length);
        Assert.Equal(PotentialChange.Unclear, EvaluatorAssessment.Of(none, Advice.Rules).Change);
    }

    private static string Fired(WorkshopProposal proposal)
    {
        ImmutableArray<Suggestion> fired = Advice.Rules.Suggest(new ProposalText(Advice.AnswersOf(proposal)), []);
        return fired.IsEmpty
            ? "nothing"
            : string.Join(", ", fired.Select(one => one.Words.Length == 0 ? one.RuleId : $"{one.RuleId} «{one.Words}»"));
    }

    private static ImmutableSortedDictionary<string, Answer> Answers(params (string Question, string Words)[] answers) =>
        Advice.Typed(answers.ToImmutableSortedDictionary(answer => answer.Question, answer => answer.Words, StringComparer.Ordinal));
}
