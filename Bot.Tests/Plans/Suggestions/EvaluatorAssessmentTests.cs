using System.Collections.Immutable;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Suggestions;
using AgaBot.Tests.LaLibertad;

namespace AgaBot.Tests.Plans.Suggestions;

public sealed class EvaluatorAssessmentTests
{
    /// <summary>
    /// Verifiability: what (q), who (r), when (c), and how many of the actions have a date. Relevance: which open-government values the
    /// words speak of;
    /// fichas 2 and 4 and aportes 1 and 2 of none, as the IRM says of most commitments about security and equipment; aporte 3's
    /// "participación
    /// multisectorial" is taken at its word. Ambition: what would be another.
    /// </summary>
    private const string Table = """
        ficha 1: --c 3/3; access; Mechanism
        ficha 2: -rc 2/2; none; Mechanism
        ficha 3: qrc 3/3; accountability; Rule
        ficha 4: -rc 5/5; none; Mechanism
        ficha 5: q-- 0/0; none; Mechanism
        ficha 6: qrc 5/5; access; Rule
        ficha 7: -rc 3/3; access, participation; Rule
        aporte 1: -r- 0/3; none; Rule
        aporte 2: -r- 0/3; none; Mechanism
        aporte 3: -r- 0/5; participation; Rule
        """;

    [Fact]
    public void The_real_documents_ten_are_read_as_an_evaluator_would() =>
        Assert.Equal(Table, string.Join('\n', Advice.Ten().Select(ten => $"{ten.Name}: {Read(ten.Proposal)}")));

    [Theory]
    [InlineData("Patrullaje integrado de serenazgo y policía en los diez barrios con más denuncias", false)]
    [InlineData("Atender en 24 horas las denuncias por robo", false)]
    [InlineData("Patrols in the ten districts with the most complaints of theft", false)]
    [InlineData("Canal de denuncias contra funcionarios", true)]
    [InlineData("Publicar cada mes las denuncias por sobornos que se resolvieron", true)]
    [InlineData("Libro de reclamaciones en cada ventanilla", true)]
    [InlineData("Answer complaints about public works within a week", true)]
    public void A_complaint_about_a_crime_is_no_accountability_and_one_about_those_who_govern_is(string proposal, bool isAccountability) =>
        Assert.Equal(
            isAccountability,
            EvaluatorAssessment
                .Of(Advice.Typed(ImmutableSortedDictionary<string, string>.Empty.Add(FichaForm.Propuesta, proposal)), Advice.Rules)
                .Values.Contains("accountability")
        );

    private static string Read(WorkshopProposal proposal)
    {
        EvaluatorAssessment reading = EvaluatorAssessment.Of(Advice.AnswersOf(proposal), Advice.Rules);
        string verifiable = $"{(reading.SaysWhat ? "q" : "-")}{(reading.SaysWho ? "r" : "-")}{(reading.SaysWhen ? "c" : "-")}";
        string values = reading.Values.IsEmpty ? "none" : string.Join(", ", reading.Values);
        return $"{verifiable} {reading.Dated}/{reading.Actions}; {values}; {reading.Change}";
    }
}
