using AgaBot.Plans.DocumentImport;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Tests.LaLibertad;

namespace AgaBot.Tests.Plans.DocumentImport;

/// <summary>The imported and the expected answers, one line per field.</summary>
internal static class FichaLines
{
    public static string[] Of(ImportedFicha read) =>
        [
            .. read.Answers.Select(answer =>
                $"{answer.QuestionId} = {answer.Text}{string.Join('\n', answer.Rows.Select(row => string.Join(" | ", row)))}"
            ),
        ];

    public static string[] Of(WorkshopProposal proposal) =>
        [
            .. new[]
            {
                (FichaForm.Componente, proposal.Componente ?? ""),
                (FichaForm.Propuesta, proposal.Propuesta),
                (FichaForm.Problema, proposal.Problema),
                (FichaForm.Objetivo, proposal.Objetivo),
                (FichaForm.Responsable, proposal.Responsable),
                (FichaForm.Corresponsables, proposal.Corresponsables),
                (FichaForm.Acciones, string.Join('\n', proposal.Acciones.Select(row => string.Join(" | ", row)))),
                (FichaForm.Cumplimiento, proposal.Cumplimiento ?? ""),
            }
                .Where(answer => answer.Item2.Length > 0)
                .Select(answer => $"{answer.Item1} = {answer.Item2}"),
        ];
}
