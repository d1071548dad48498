using System.Collections.Immutable;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Walking;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Plans.DocumentImport;

/// <summary>One ficha of a document while its answers are gathered.</summary>
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

    /// <summary>In UTF-16 code units: a longer line above a form is prose.</summary>
    private const int LongestTitle = 600;

    /// <summary>The same where no number says that it is a title.</summary>
    private const int LongestPlainTitle = 200;

    private readonly Dictionary<string, List<string>> texts = new(StringComparer.Ordinal);
    private readonly List<ImmutableArray<string>> actions = [];
    private readonly HashSet<string> labelled = new(StringComparer.Ordinal);

    /// <summary>Whether a heading above it says that what follows are aportes.</summary>
    public required bool AmongAportes { get; init; }

    private string? title;

    public IReadOnlySet<string> Labelled => labelled;

    /// <summary>A heading names the component, and then the form names it again.</summary>
    public bool HasOnlyItsComponent => labelled.All(static id => id == FichaForm.Componente);

    public bool HasAnswer(string id) => id == FichaForm.Acciones ? actions.Count > 0 : texts.ContainsKey(id);

    public void Name(string id) => labelled.Add(id);

    /// <summary>Takes the line above the form as its title, where it is one.</summary>
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
        // The form's own word for the component counts, not that of a heading above it.
        if (id != FichaForm.Componente && texts.TryGetValue(id, out List<string>? lines))
            lines.Add(words);
        else
            texts[id] = [words];
    }

    public void AddAction(ImmutableArray<string> cells) => actions.Add(cells);

    /// <summary>Puts a date into the action that was named last.</summary>
    /// <returns>False where there is none, or it has that date.</returns>
    public bool DateLastAction(int column, string words)
    {
        if (actions.Count == 0 || (actions[^1].Length > column && actions[^1][column].Length > 0))
            return false;
        string[] cells = [.. actions[^1], .. Enumerable.Repeat("", Math.Max(0, column + 1 - actions[^1].Length))];
        cells[column] = words;
        actions[^1] = [.. cells];
        return true;
    }

    /// <summary>Null where nothing but a component was found.</summary>
    /// <param name="own">The plan's own questions, which follow those of the form. An older form does not ask them: there they are left open only where they stand.</param>
    public ImportedFicha? Finish(ImportSource source, ImmutableArray<string> own)
    {
        ImmutableArray<string> order = Order.AddRange(own);
        // An aporte has no row for what it proposes: its heading says it.
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

    /// <summary>The same twice, as a heading and in the form, is one answer.</summary>
    private static string Joined(List<string> pieces) => string.Join('\n', pieces.DistinctBy(Folding.ToWords, StringComparer.Ordinal));
}
