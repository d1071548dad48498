using System.Collections.Immutable;
using System.Globalization;
using AgaBot.Plans.Files;

namespace AgaBot.Bench.Sentences;

/// <summary>
/// Scores the recognisers on sentences that people may type while no form is open. Failures are listed; of the sentences that are held back
/// only wrong acts are, so that nobody tunes by them.
/// </summary>
internal static class SentencesCommand
{
    public const string Usage = "sentences";

    /// <returns>1 if a wrong act was done.</returns>
    public static int Run(TextWriter output)
    {
        ImmutableArray<TriedResult> results = new SentenceTrial(
            PlanFile.Read(File.ReadAllBytes(Beside("plans", "la-libertad-2016.json")), "la-libertad-2016.json")
        ).Try(TriedSentence.ReadAll(File.ReadLines(Beside("Sentences", "sentences.tsv"))));

        output.WriteLine("| sentences | all | right | not understood | other answer | wrong act |\n|---|---|---|---|---|---|");
        output.WriteLine(Line("tuned", [.. results.Where(static result => !result.Sentence.IsHeldBack)]));
        output.WriteLine(Line("held back", [.. results.Where(static result => result.Sentence.IsHeldBack)]));
        foreach (
            TriedResult failed in results
                .Where(static result =>
                    result.Verdict == Verdict.WrongAct || (!result.Sentence.IsHeldBack && result.Verdict != Verdict.Right)
                )
                .OrderByDescending(static result => result.Verdict)
        )
            output.WriteLine(
                $"{failed.Verdict}: \"{failed.Sentence.Text}\" was {failed.Came}, not {string.Join(" or ", failed.Sentence.Expected)}"
            );
        return results.Any(static result => result.Verdict == Verdict.WrongAct) ? 1 : 0;
    }

    private static string Line(string name, ImmutableArray<TriedResult> results)
    {
        int right = Count(Verdict.Right);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {results.Length} | {right} ({100.0 * right / results.Length:F1} %) | {Count(Verdict.NotUnderstood)} "
                + $"| {Count(Verdict.OtherAnswer)} | {Count(Verdict.WrongAct)} |"
        );

        int Count(Verdict verdict) => results.Count(result => result.Verdict == verdict);
    }

    private static string Beside(string folder, string file) => Path.Combine(AppContext.BaseDirectory, folder, file);
}
