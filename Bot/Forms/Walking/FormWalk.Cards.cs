using System.Collections.Immutable;
using AgaBot.Forms.Reading;

namespace AgaBot.Forms.Walking;

public static partial class FormWalk
{
    /// <summary>
    /// Takes the values of a card from the current question to the last question that the card names, and stops at the first value that
    /// does not fit. Values taken before it stay.
    /// </summary>
    private static FormStep Fill(Form form, FormSession session, FormPosition.Asking at, FormInput.Fill fill, DateOnly today)
    {
        if (fill.Revision != session.Revision || fill.QuestionId != at.QuestionId)
            return Stale(session, fill.QuestionId);

        ImmutableSortedDictionary<string, string> values = ByQuestion(fill.Values);
        var answered = ImmutableArray.CreateBuilder<string>();
        while (true)
        {
            Question question = QuestionAt(form, at);
            string value = values.GetValueOrDefault(question.Id, "");
            Taking taking = Take(form, session, at, LeftAsItWas(session, question, value) ?? AnswerReader.ReadCard(question, value, today));
            if (taking.Stop is { } stop)
                return new FormStep(taking.Session, stop);
            if (taking.Answered)
                answered.Add(question.Id);

            if (NextOnCard(form, taking.Session, question, values) is not { } next)
                return MoveOn(form, session, taking.Session, at, answered.DrainToImmutable());
            at = new FormPosition.Asking(next.Id, ThenReview: at.ThenReview, From: at.From);
            session = taking.Session with { At = at };
        }
    }

    /// <summary>A date that the card showed unchanged keeps its meaning on the day when the person wrote it.</summary>
    private static ParseResult.Understood? LeftAsItWas(FormSession session, Question question, string value) =>
        question is Question.PlanDate && session.Answer<Answer.When>(question.Id) is { } before && before.Date.Words == value.Trim()
            ? new ParseResult.Understood(before)
            : null;

    /// <summary>The next asked question if the card names it or a later one; otherwise null.</summary>
    private static Question? NextOnCard(Form form, FormSession session, Question question, ImmutableSortedDictionary<string, string> values)
    {
        ImmutableArray<Question> asked = Asked(form, session);
        ImmutableArray<Question> later = asked[(IndexOf(asked, question.Id) + 1)..];
        return later.Any(one => values.ContainsKey(one.Id)) ? later[0] : null;
    }

    private static ImmutableSortedDictionary<string, string> ByQuestion(ImmutableArray<KeyValuePair<string, string>> values)
    {
        var byQuestion = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> value in values)
            byQuestion[value.Key] = value.Value;
        return byQuestion.ToImmutable();
    }
}
