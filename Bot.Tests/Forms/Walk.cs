using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Tests.Forms;

/// <summary>A person in a form: sends inputs one after the other and keeps the last outcome.</summary>
internal sealed class Walk(Form form)
{
    public static readonly DateOnly Today = new(2016, 5, 11);

    private DateOnly today = Today;

    public FormSession Session { get; private set; } = FormSession.Start("s1", form);

    public FormOutcome Outcome { get; private set; } = new FormOutcome.Restarted();

    public string? At => (Session.At as FormPosition.Asking)?.QuestionId;

    public Walk Does(FormInput input)
    {
        (Session, Outcome) = FormWalk.Advance(form, Session, input, today);
        return this;
    }

    public Walk Says(params string[] answers)
    {
        foreach (string answer in answers)
            Does(new FormInput.Say(answer));
        return this;
    }

    public Walk Skips(int times = 1)
    {
        for (int time = 0; time < times; time++)
            Does(new FormInput.Skip());
        return this;
    }

    public Walk Later(int days)
    {
        today = today.AddDays(days);
        return this;
    }

    public Walk GoesBack() => Does(new FormInput.Back());

    public Walk Edits(int number) => Does(new FormInput.Edit(number));

    public Walk Submits() => Does(new FormInput.Submit());

    public Walk Cancels() => Does(new FormInput.Cancel());

    /// <summary>Sends a card of the current session.</summary>
    public Walk Fills(string questionId, params (string Id, string Value)[] values) => Does(Card(questionId, values));

    public FormInput.Fill Card(string questionId, params (string Id, string Value)[] values) =>
        new(Session.Revision, questionId, [.. values.Select(value => KeyValuePair.Create(value.Id, value.Value))]);

    public T Answer<T>(string questionId)
        where T : Answer => Assert.IsType<T>(Session.Answers[questionId]);

    public Problem RefusedFor(string questionId)
    {
        var refused = Assert.IsType<FormOutcome.Refused>(Outcome);
        Assert.Equal(questionId, refused.QuestionId);
        return refused.Problem;
    }

    public IEnumerable<string> Taken => Assert.IsType<FormOutcome.Moved>(Outcome).Taken;
}
