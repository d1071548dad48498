using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using AgaBot.Forms;
using AgaBot.Forms.Dates;

namespace AgaBot.Storage.Shapes;

/// <summary>The stored shape of an <see cref="Answer"/>. Property <c>kind</c> distinguishes the cases.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Choice), "choice")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(List), "list")]
[JsonDerivedType(typeof(Rows), "rows")]
[JsonDerivedType(typeof(When), "when")]
[JsonDerivedType(typeof(Day), "day")]
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(YesNo), "yesNo")]
[JsonDerivedType(typeof(HeadCount), "headCount")]
internal abstract record StoredAnswer
{
    private StoredAnswer() { }

    public static StoredAnswer Of(Answer answer) =>
        answer switch
        {
            Answer.Choice choice => new Choice(choice.OptionId),
            Answer.Text text => new Text(text.Value),
            Answer.List list => new List([.. list.Items], list.Words),
            Answer.Rows rows => new Rows([.. rows.Items.Select(row => row.Cells.Select(StoredCell.Of).ToArray())]),
            Answer.When date => new When(StoredDate.Of(date.Date)),
            Answer.Day day => new Day(day.Date),
            Answer.Number number => new Number(number.Value),
            Answer.YesNo yesNo => new YesNo(yesNo.Yes),
            Answer.HeadCount count => new HeadCount([
                .. count.Groups.Select(group => new StoredGroupSize(group.OptionId, group.Women, group.Men)),
            ]),
            _ => throw new UnreachableException($"No shape for {answer.GetType()}."),
        };

    public abstract Answer ToAnswer();

    internal sealed record Choice(string Option) : StoredAnswer
    {
        public override Answer ToAnswer() => new Answer.Choice(Option);
    }

    internal sealed record Text(string Words) : StoredAnswer
    {
        public override Answer ToAnswer() => new Answer.Text(Words);
    }

    internal sealed record List(string[] Items, string Words) : StoredAnswer
    {
        public override Answer ToAnswer() => new Answer.List([.. Items], Words);
    }

    internal sealed record Rows(StoredCell[][] Items) : StoredAnswer
    {
        public override Answer ToAnswer() => new Answer.Rows([.. Items.Select(cells => new Row([.. cells.Select(cell => cell.ToCell())]))]);
    }

    internal sealed record When(StoredDate Date) : StoredAnswer
    {
        public override Answer ToAnswer() => new Answer.When(Date.ToPlanDate());
    }

    internal sealed record Day(DateOnly Date) : StoredAnswer
    {
        public override Answer ToAnswer() => new Answer.Day(Date);
    }

    internal sealed record Number(decimal Value) : StoredAnswer
    {
        public override Answer ToAnswer() => new Answer.Number(Value);
    }

    internal sealed record YesNo(bool Yes) : StoredAnswer
    {
        public override Answer ToAnswer() => new Answer.YesNo(Yes);
    }

    internal sealed record HeadCount(StoredGroupSize[] Groups) : StoredAnswer
    {
        public override Answer ToAnswer() =>
            new Answer.HeadCount([.. Groups.Select(group => new GroupSize(group.Option, group.Women, group.Men))]);
    }
}

internal sealed record StoredGroupSize(string Option, int Women, int Men);

internal sealed record StoredCell(string Words, StoredDate? Date = null)
{
    public static StoredCell Of(Cell cell) => new(cell.Words, cell.Date is null ? null : StoredDate.Of(cell.Date));

    public Cell ToCell() => new(Words, Date?.ToPlanDate());
}

internal sealed record StoredDate(
    string Words,
    DatePrecision Precision,
    DateOnly? Earliest = null,
    DateOnly? Latest = null,
    int? Months = null,
    int? Days = null
)
{
    public static StoredDate Of(PlanDate date) =>
        new(date.Words, date.Precision, date.Earliest, date.Latest, date.DurationMonths, date.DurationDays);

    public PlanDate ToPlanDate() => new(Words, Precision, Earliest, Latest, Months, Days);
}

/// <summary>Answers by question id.</summary>
internal static class StoredAnswers
{
    public static Dictionary<string, StoredAnswer> Of(ImmutableSortedDictionary<string, Answer> answers)
    {
        var stored = new Dictionary<string, StoredAnswer>(answers.Count, StringComparer.Ordinal);
        foreach ((string question, Answer answer) in answers)
            stored.Add(question, StoredAnswer.Of(answer));
        return stored;
    }

    public static ImmutableSortedDictionary<string, Answer> Read(Dictionary<string, StoredAnswer> stored)
    {
        var answers = ImmutableSortedDictionary.CreateBuilder<string, Answer>(StringComparer.Ordinal);
        foreach ((string question, StoredAnswer answer) in stored)
            answers.Add(question, answer.ToAnswer());
        return answers.ToImmutable();
    }
}
