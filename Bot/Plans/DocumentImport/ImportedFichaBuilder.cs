using System.Collections.Immutable;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Walking;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Plans.DocumentImport;

/// <summary>Collects the answers of one ficha of a document.</summary>
internal sealed class ImportedFichaBuilder
{
    private static readonly ImmutableArray<string> Order =
    [
        FichaForm.Componente,
        FichaForm.Propuesta,
        FichaForm.Problema,
        FichaForm.Objetivo,
        FichaForm.Responsable,
        FichaForm.Corresponsables,
        FichaForm.Acciones,
        FichaForm.Cumplimiento,
    ];

    /// <summary>Maximum UTF-16 code units of a numbered title above a form; a longer line is prose.</summary>
    private const int LongestTitle = 600;

    /// <summary>Maximum UTF-16 code units of a title without number.</summary>
    private const int LongestPlainTitle = 200;

    private readonly Dictionary<string, List<string>> texts = new(StringComparer.Ordinal);
    private readonly List<ImmutableArray<string>> actions = [];
    private readonly HashSet<string> labelled = new(StringComparer.Ordinal);

    /// <summary>Whether a heading above announces aportes.</summary>
    public required bool AmongAportes { get; init; }

    private string? title;

    public IReadOnlySet<string> Labelled => labelled;

    /// <summary>True after a heading that names the component, before the form names it again.</summary>
    public bool HasOnlyItsComponent => labelled.All(static id => id == FichaForm.Componente);

    public bool HasAnswer(string id) => id == FichaForm.Acciones ? actions.Count > 0 : texts.ContainsKey(id);

    public void Name(string id) => labelled.Add(id);

    /// <summary>Takes the line above the form if it is its title.</summary>
    public bool TakeTitle(string line)
    {
        bool isTitle =
            title is null
            && (
                FieldLabels.IsNumbered(line)
                    ? line.Length <= LongestTitle
                    : line.Length <= LongestPlainTitle && AmongAportes && !labelled.Contains(FichaForm.Componente)
            );
        if (isTitle)
            title = FieldLabels.WithoutNumber(line);
        return isTitle;
    }

    public void Add(string id, string words)
    {
        // The component in the form takes precedence over the heading above it.
        if (id != FichaForm.Componente && texts.TryGetValue(id, out List<string>? lines))
            lines.Add(words);
        else
            texts[id] = [words];
    }

    public void AddAction(ImmutableArray<string> cells)
    {
        if (actions.Count < DocumentLimits.Actions)
            actions.Add(cells);
    }

    /// <summary>Puts a date into the last action.</summary>
    /// <returns>False if there is no action, or if it already has that date.</returns>
    public bool DateLastAction(int column, string words)
    {
        if (actions.Count == 0 || (actions[^1].Length > column && actions[^1][column].Length > 0))
            return false;
        string[] cells = [.. actions[^1], .. Enumerable.Repeat("", Math.Max(0, column + 1 - actions[^1].Length))];
        cells[column] = words;
        actions[^1] = [.. cells];
        return true;
    }

    /// <summary>Null if at most a component was found.</summary>
    /// <param name="own">
    /// Ids of the plan's questions, after those of the form. An older form does not contain them: they count as left open only if their
    /// label is present.
    /// </param>
    public ImportedFicha? Finish(ImportSource source, ImmutableArray<string> own)
    {
        ImmutableArray<string> order = Order.AddRange(own);
        // An aporte has no row for its proposal: its heading is the proposal.
        if (title is not null && !HasOnlyItsComponent && !HasAnswer(FichaForm.Propuesta))
            Add(FichaForm.Propuesta, title);
        PrefillAnswer[] answers =
        [
            .. order
                .Where(HasAnswer)
                .Select(id =>
                    id == FichaForm.Acciones ? new PrefillAnswer(id, "", [.. actions]) : new PrefillAnswer(id, Joined(texts[id]), [])
                ),
        ];
        if (answers is [] or [{ QuestionId: FichaForm.Componente }])
            return null;
        bool isAporte = AmongAportes && !labelled.Contains(FichaForm.Componente) && !labelled.Contains(FichaForm.Cumplimiento);
        return new ImportedFicha(
            isAporte ? ProposalKind.Aporte : ProposalKind.Ficha,
            [.. answers],
            [.. order.Where(id => !HasAnswer(id) && (labelled.Contains(id) || (source == ImportSource.Form && !own.Contains(id))))]
        );
    }

    /// <summary>A text that occurs twice, as a heading and in the form, is one answer.</summary>
    private static string Joined(List<string> pieces) => string.Join('\n', pieces.DistinctBy(Folding.ToWords, StringComparer.Ordinal));
}
