using System.Collections.Immutable;
using AgaBot.Plans.Files;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Wording;

namespace AgaBot.Plans.Suggestions;

/// <summary>Parses <c>advice/proposals.json</c>. An error names the line.</summary>
internal static class AdviceFile
{
    private static readonly string[] Languages = ["es", "en"];
    private static readonly string[] Values = ["access", "participation", "accountability"];

    /// <exception cref="PlanFileException">The file is invalid.</exception>
    public static SuggestionRules Read(ReadOnlySpan<byte> utf8, string file)
    {
        var advice = new PlanObject(
            file,
            "the advice",
            PlanNodeReader.Read(utf8, file),
            "common",
            "synonyms",
            "result",
            "problem",
            "action",
            "responsible",
            "evaluator"
        );
        var vocabulary = new Vocabulary(
            Written(file, advice, "common"),
            [.. advice.Objects("synonyms").Select(node => Written(file, node))]
        );
        PlanObject result = Rule(file, advice, "result", "things", "quantities", "references");
        PlanObject problem = Rule(file, advice, "problem", "lacks", "harms", "consequences");
        PlanObject action = Rule(file, advice, "action");
        PlanObject responsible = Rule(file, advice, "responsible", "kinds");
        return new SuggestionRules(
            new VerifiableResult(
                "result",
                FichaForm.Objetivo,
                Examples(file, result),
                Words(file, result, "things"),
                Words(file, result, "quantities"),
                Words(file, result, "references")
            ),
            new ProblemNotSolution(
                "problem",
                FichaForm.Problema,
                Examples(file, problem),
                Words(file, problem, "lacks"),
                Words(file, problem, "harms"),
                Words(file, problem, "consequences"),
                vocabulary
            ),
            new DatedAction("action", FichaForm.Acciones, Examples(file, action)),
            new SomebodyResponsible("responsible", FichaForm.Responsable, Examples(file, responsible), Words(file, responsible, "kinds")),
            Lens(file, advice),
            vocabulary
        );
    }

    private static PlanObject Rule(string file, PlanObject advice, string name, params ReadOnlySpan<string> lists) =>
        new(file, $"the rule \"{name}\"", advice.Value(name), [.. lists, "examples"]);

    private static EvaluatorLens Lens(string file, PlanObject advice)
    {
        var lens = new PlanObject(file, "the evaluator", advice.Value("evaluator"), "values", "rules", "mechanisms", "activities");
        var values = new PlanObject(file, "the values", lens.Value("values"), [.. Values]);
        return new EvaluatorLens(
            [.. Values.Select(id => new OpenValue(id, Words(file, values, id)))],
            Words(file, lens, "rules"),
            Words(file, lens, "mechanisms"),
            Words(file, lens, "activities")
        );
    }

    private static WordList Words(string file, PlanObject of, string name) => new(Written(file, of, name));

    /// <summary>The words of both languages, since a proposal may be written in either.</summary>
    private static ImmutableArray<string> Written(string file, PlanObject of, string name) => Written(file, of.Value(name));

    private static ImmutableArray<string> Written(string file, PlanNode node)
    {
        var both = new PlanObject(file, "a list of words", node, [.. Languages]);
        return [.. Languages.SelectMany(language => both.Texts(language))];
    }

    private static ImmutableArray<RuleExample> Examples(string file, PlanObject rule)
    {
        ImmutableArray<RuleExample> examples = [.. rule.Objects("examples").Select(node => Example(file, node))];
        foreach (string language in Languages)
        {
            foreach (bool fires in (bool[])[true, false])
            {
                if (!examples.Any(example => example.Language == language && example.Fires == fires))
                    throw rule.Fault(
                        rule.Value("examples"),
                        $"an example in \"{language}\" that {(fires ? "fires" : "rests")} is missing."
                    );
            }
        }
        return examples;
    }

    private static RuleExample Example(string file, PlanNode node)
    {
        var example = new PlanObject(file, "an example", node, "language", "answers", "result", "why");
        string result = example.Text("result");
        if (result is not ("fires" or "rests"))
            throw example.Fault(example.Value("result"), $"\"{result}\" is no result; an example fires or rests.");
        var answers = new PlanObject(
            file,
            "answers",
            example.Value("answers"),
            FichaForm.Propuesta,
            FichaForm.Problema,
            FichaForm.Objetivo,
            FichaForm.Responsable,
            FichaForm.Acciones
        );
        return new RuleExample(example.Text("language"), answers.Texts(), result == "fires", example.Text("why"));
    }
}
