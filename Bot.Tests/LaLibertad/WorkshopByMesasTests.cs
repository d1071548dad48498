using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgaBot.Commands;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace AgaBot.Tests.LaLibertad;

/// <summary>
/// Holds the workshop of Trujillo again around five tables: a facilitator with one phone each, and nobody else writes anything.
/// </summary>
[Trait("Category", "Integration")]
public sealed partial class WorkshopByMesasTests(ITestOutputHelper output)
{
    /// <summary>Number of messages that five facilitators can send in three hours at one a minute.</summary>
    private const int MostTurns = 121;

    private readonly Workshop workshop = Workshop.Load();

    [Fact]
    public async Task The_whole_workshop_is_entered_in_an_afternoon()
    {
        await using BotApp app = BotApp.Start(new BotAppSettings());
        // One mesa per component, as in the document, with the document's figures divided among them.
        ImmutableArray<WorkshopProposal[]> byTable =
        [
            .. workshop.Fichas.GroupBy(ficha => ficha.Componente![..8]).Select(fichas => fichas.ToArray()),
        ];
        Assert.Equal(5, byTable.Length);
        int turns = 0;
        for (int table = 0; table < byTable.Length; table++)
        {
            var facilitator = new MesaTalk(app.Talker($"facilitador-{table + 1}", "sms"));
            string opened = await facilitator.OpenAsync(AttendanceOf(table, byTable.Length));
            Assert.Contains($"Mesa {table + 1}", opened, StringComparison.Ordinal);
            foreach (WorkshopProposal ficha in byTable[table])
                Assert.Matches(Receipt(), await facilitator.FillAsync("proponer", ficha));
            // The proposal that the mayor sent after the event is entered with the phone of the last mesa.
            foreach (WorkshopProposal aporte in table == byTable.Length - 1 ? workshop.Aportes : [])
                Assert.Matches(Receipt(), await facilitator.FillAsync("aporte", aporte));
            await facilitator.CloseAsync();
            turns += facilitator.Turns;
        }
        output.WriteLine(
            $"{turns} messages of five facilitators: {workshop.Fichas.Length} fichas, {workshop.Aportes.Length} aportes, 60 people."
        );

        Talker coordinator = app.Talker("coordinadora", "sms");
        await coordinator.SayAsync($"coordinador {BotApp.AccessCode}");
        for (int table = 1; table <= byTable.Length; table++)
            await coordinator.SayAsync($"aceptar mesa {table}");
        WorkshopReplay.AssertProgress(await coordinator.AskAsync("avance"));
        await AssertFichasAsync(app);
        using var recount = new StringWriter();
        Assert.Equal(
            0,
            await app
                .Services.GetServices<IOperatorCommand>()
                .OfType<RecountCommand>()
                .Single()
                .RunAsync([], recount, CancellationToken.None)
        );
        Assert.Contains("no drift", recount.ToString(), StringComparison.Ordinal);
        Assert.InRange(turns, 1, MostTurns);
    }

    private async Task AssertFichasAsync(BotApp app)
    {
        var submitted = new List<Proposal>();
        for (int table = 1; table <= 5; table++)
        {
            ProposalPage page = await app
                .Services.GetRequiredService<IPlanRecords>()
                .ByAuthorAsync(new ParticipantId($"sms:facilitador-{table}"), 20, null, CancellationToken.None);
            submitted.AddRange(page.Proposals);
            Assert.All(page.Proposals, proposal => Assert.Equal((table, 12), (proposal.Mesa!.Number, proposal.Mesa.People)));
        }
        Assert.Equal(workshop.Fichas.Length + workshop.Aportes.Length, submitted.Count);
        foreach (WorkshopProposal written in workshop.Fichas.Concat(workshop.Aportes))
        {
            Proposal kept = Assert.Single(
                submitted,
                one => one.Answers[FichaForm.Propuesta] is Answer.Text text && text.Value == written.Propuesta
            );
            WorkshopReplay.AssertWords(written, kept);
        }
    }

    /// <summary>Every fifth participant, in order of arrival: twelve per mesa, in the words of a facilitator.</summary>
    private string AttendanceOf(int table, int tables) =>
        string.Join(
            '\n',
            workshop
                .People()
                .Where((_, place) => place % tables == table)
                .GroupBy(person => person.OrganisationType)
                .Select(type =>
                    $"{type.Key}: {type.Count(person => person.IsWoman)} mujeres, {type.Count(person => !person.IsWoman)} hombres"
                )
        );

    [GeneratedRegex(@"Su número es \d{3}-\d{3}-\d")]
    private static partial Regex Receipt();

    private sealed class MesaTalk(Talker talker)
    {
        public int Turns { get; private set; }

        public async Task<string> OpenAsync(string attendance)
        {
            await SayAsync("mesa");
            await SayAsync("sí");
            return await SayAsync(attendance);
        }

        public Task<string> CloseAsync() => SayAsync("cerrar mesa");

        /// <summary>The answers on paper in order; an unanswered question is skipped.</summary>
        public async Task<string> FillAsync(string command, WorkshopProposal proposal)
        {
            await SayAsync(command);
            string?[] answers =
            [
                .. proposal.Componente is { } componente ? [componente] : Array.Empty<string>(),
                proposal.Propuesta,
                proposal.Problema,
                proposal.Objetivo,
                proposal.Responsable,
                proposal.Corresponsables,
                string.Join('\n', proposal.Acciones.Select(row => string.Join("; ", row))),
                .. proposal.Cumplimiento is { } date ? [date] : Array.Empty<string>(),
            ];
            int last = Array.FindLastIndex(answers, answer => !string.IsNullOrEmpty(answer));
            foreach ((string? answer, int place) in answers[..(last + 1)].Select((answer, place) => (answer, place)))
            {
                await SayAsync(string.IsNullOrEmpty(answer) ? "saltar" : answer);
                if (place == 0 && proposal.Componente is null)
                    await SayAsync("detalles");
                // "listo" ends the table of actions; "enviar" does if it is the last answer.
                if (!string.IsNullOrEmpty(answer) && answers[place] == answers[^(proposal.Cumplimiento is null ? 1 : 2)] && place < last)
                    await SayAsync("listo");
            }
            // The review follows the last question.
            string review = await SayAsync("enviar");
            return Receipt().IsMatch(review) ? review : await SayAsync("enviar");
        }

        private Task<string> SayAsync(string words)
        {
            Turns++;
            return talker.AskAsync(words);
        }
    }
}
