using System.Collections.Immutable;
using System.Text.Json;

namespace AgaBot.Tests.LaLibertad;

/// <summary>
/// The workshop of Trujillo, 11 May 2016, as its resumen ejecutivo has it. Nobody is invented: participants have numbers.
/// </summary>
/// <param name="Participants">The document's table: how many, and how many of them women, by organisation type.</param>
public sealed record Workshop(
    DateOnly Date,
    ImmutableArray<ParticipantRow> Participants,
    ImmutableArray<WorkshopProposal> Fichas,
    ImmutableArray<WorkshopProposal> Aportes
)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static Workshop Load() =>
        JsonSerializer.Deserialize<Workshop>(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "LaLibertad", "la-libertad-2016.json")),
            Web
        )!;

    /// <summary>"Participante 01" to "Participante 60", in the order of the table, women first.</summary>
    public ImmutableArray<WorkshopParticipant> People()
    {
        IEnumerable<(ParticipantRow Row, bool IsWoman)> people = Participants.SelectMany(row =>
            Enumerable.Range(0, row.Participantes).Select(n => (row, n < row.Mujeres))
        );
        return
        [
            .. people.Select((person, i) => new WorkshopParticipant($"Participante {i + 1:00}", person.Row.Organizacion, person.IsWoman)),
        ];
    }
}

/// <summary>A row of the document's table of participants.</summary>
public sealed record ParticipantRow(string Organizacion, int Participantes, int Mujeres);

public sealed record WorkshopParticipant(string Name, string OrganisationType, bool IsWoman);

/// <summary>
/// A ficha or aporte, word for word; an empty text where the document's cell is empty, a null where the form has no such question.
/// </summary>
/// <param name="Acciones">Each row: acción, inicio, fin.</param>
public sealed record WorkshopProposal(
    string? Componente,
    string Propuesta,
    string Problema,
    string Objetivo,
    string Responsable,
    string Corresponsables,
    ImmutableArray<ImmutableArray<string>> Acciones,
    string? Cumplimiento
);
