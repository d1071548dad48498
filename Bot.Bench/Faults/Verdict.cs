using System.Collections.Immutable;
using System.Globalization;
using AgaBot.Consultations;
using AgaBot.Plans;
using AgaBot.Reports.Recounts;
using AgaBot.Turns.State;

namespace AgaBot.Bench.Faults;

/// <summary>Compares the stored data with the promises.</summary>
internal sealed class Verdict(KeptState kept, IReadOnlyList<Townsperson> people)
{
    private readonly List<string> lost = [];
    private readonly List<string> doubled = [];
    private readonly List<string> drift = [];
    private readonly List<string> unsent = [];

    public IReadOnlyList<string> Lost => lost;

    public IReadOnlyList<string> Doubled => doubled;

    public IReadOnlyList<string> Drift => drift;

    /// <summary>Turns whose replies were never sent.</summary>
    public IReadOnlyList<string> Unsent => unsent;

    public async Task ReachAsync(CancellationToken cancellationToken)
    {
        ImmutableArray<Consultation> consultations = await kept.ConsultationsAsync(cancellationToken);
        Compare("consultations", ["1", "2"], consultations.Select(consultation => $"{consultation.Number}"));
        foreach (Townsperson person in people)
        {
            await JudgeProposalsAsync(person, cancellationToken);
            await JudgeTalkAsync(person, cancellationToken);
            foreach (Consultation consultation in consultations)
                await JudgeResponseAsync(person, consultation, cancellationToken);
        }
        await JudgeCountsAsync(consultations, cancellationToken);
    }

    private async Task JudgeProposalsAsync(Townsperson person, CancellationToken cancellationToken)
    {
        IReadOnlyList<Proposal> proposals = await kept.ProposalsAsync(person.Id, cancellationToken);
        Compare(
            $"{person.Id}, submitted",
            person.Promises.Submitted.Select(filled => filled.ToString()),
            proposals.Select(proposal => ComparableText.Line(proposal.Kind, proposal.Answers))
        );
    }

    private async Task JudgeTalkAsync(Townsperson person, CancellationToken cancellationToken)
    {
        Loaded talk = await kept.TalkAsync(person.Id, cancellationToken);
        Compare(
            $"{person.Id}, begun",
            person.Promises.Draft is { Answers.Count: > 0 } begun ? [begun.ToString()] : [],
            (talk.Person?.Drafts ?? [])
                .Where(draft => !draft.Session.IsEmpty)
                .Select(draft => ComparableText.Line(draft.Kind, draft.Session.Answers))
        );
        foreach (TakenTurn turn in talk.Conversation?.Taken ?? [])
        {
            if (!turn.Sent)
                unsent.Add($"{person.Id}, turn {turn.TurnId}");
        }
    }

    private async Task JudgeResponseAsync(Townsperson person, Consultation consultation, CancellationToken cancellationToken)
    {
        string? response = await kept.ResponseAsync(consultation, person.Id, cancellationToken);
        Compare(
            $"{person.Id}, response {consultation.Number}",
            person.Promises.Responses.TryGetValue(consultation.Number, out string? promised) ? [promised] : [],
            response is null ? [] : [response]
        );
    }

    private async Task JudgeCountsAsync(ImmutableArray<Consultation> consultations, CancellationToken cancellationToken)
    {
        foreach (Drift found in await kept.DriftsAsync(cancellationToken))
            drift.Add($"{found.Counter.Where}, {found.Counter.What}: kept {found.Kept}, counted {found.Counted}");
        PlanCounts counts = await kept.CountsAsync(cancellationToken);
        Expect("participants", people.Count(person => person.Promises.IsRegistered), counts.Participants.Values.Sum());
        foreach (IGrouping<string, Filled> component in people.SelectMany(person => person.Promises.Submitted).GroupBy(ComponentOf))
        {
            ComponentCount count = counts.Components.GetValueOrDefault(component.Key);
            Expect($"fichas of '{component.Key}'", component.Count(filled => filled.Kind == ProposalKind.Ficha), count.Fichas);
            Expect($"aportes of '{component.Key}'", component.Count(filled => filled.Kind == ProposalKind.Aporte), count.Aportes);
        }
        foreach (Consultation consultation in consultations)
        {
            string[] responses =
            [
                .. people.Select(person => person.Promises.Responses.GetValueOrDefault(consultation.Number)).OfType<string>(),
            ];
            Tally tally = await kept.TallyAsync(consultation, cancellationToken);
            Expect($"responses {consultation.Number}", responses.Length, tally.Responses);
            for (int option = 0; option < tally.ByOption.Length; option++)
                Expect(
                    $"responses {consultation.Number}, option {option + 1}",
                    responses.Count(response => response == Number(option + 1)),
                    tally.ByOption[option]
                );
        }
    }

    private static string ComponentOf(Filled filled) => filled.Answers.GetValueOrDefault("componente", "");

    /// <summary>What was promised and is not stored is lost. What is stored and was not promised is doubled.</summary>
    private void Compare(string what, IEnumerable<string> promised, IEnumerable<string> found)
    {
        List<string> more = [.. found];
        foreach (string one in promised)
        {
            if (!more.Remove(one))
                lost.Add($"{what}: {one}");
        }
        doubled.AddRange(more.Select(one => $"{what}: {one}"));
    }

    private void Expect(string what, int promised, int counted)
    {
        if (counted != promised)
            drift.Add($"{what}: promised {Number(promised)}, counted {Number(counted)}");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
