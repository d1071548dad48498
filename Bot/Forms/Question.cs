using System.Collections.Immutable;
using AgaBot.Forms.Dates;

namespace AgaBot.Forms;

/// <summary>One question of a form, of a closed set of kinds.</summary>
/// <param name="Id">Lower-case ASCII letters and digits only: it becomes part of an input's id on a card.</param>
/// <param name="Required">Whether the form can be submitted without it; any other question can be skipped.</param>
public abstract record Question(string Id, bool Required)
{
    private Question()
        : this("", false) { }

    /// <summary>Asked only while an earlier choice question has this option; null means always.</summary>
    public Condition? AskedWhen { get; init; }

    /// <summary>True where the next question belongs to this one: a card asks both at once. In words they come one after the other.</summary>
    public bool WithNext { get; init; }

    /// <summary>One of some options, by number, id, label, alias, unaccented or partial text.</summary>
    public sealed record Choice(string Id, bool Required, ImmutableArray<Option> Options) : Question(Id, Required);

    /// <summary>Text of one or several lines, at most <paramref name="MaxLength"/> UTF-16 code units.</summary>
    public sealed record Text(string Id, bool Required, bool Multiline, int MaxLength = Text.DefaultMaxLength) : Question(Id, Required)
    {
        public const int DefaultMaxLength = 4_000;

        /// <summary>What may be said before the answer and is no part of it, in plain words: "me llamo". The longest come first.</summary>
        public ImmutableArray<string> LeadIns { get; init; } = [];
    }

    /// <summary>Entities or other short texts, one a line or comma.</summary>
    public sealed record List(string Id, bool Required, int MaxItems = 50, int MaxItemLength = 300) : Question(Id, Required)
    {
        /// <summary>True where an entry may hold a comma: then commas part entries only where all of them came in one line.</summary>
        public bool OneALine { get; init; }

        /// <summary>What is known of the names in it; null where nothing is.</summary>
        public IKnownNames? Names { get; init; }
    }

    /// <summary>A table filled row by row: <c>first; second; third</c>, several lines for several rows, until <i>listo</i>.</summary>
    public sealed record Rows(string Id, bool Required, ImmutableArray<Column> Columns, int MaxRows = 50) : Question(Id, Required)
    {
        /// <summary>Of all rows together, in UTF-16 code units: a form is reviewed whole, and its review has to fit into a message.</summary>
        public const int MaxLength = 8_000;

        /// <summary>What "el fin del plan" means in its columns of plan dates.</summary>
        public PlanPeriod? Plan { get; init; }
    }

    public sealed record PlanDate(string Id, bool Required) : Question(Id, Required)
    {
        /// <summary>What "el fin del plan" means.</summary>
        public PlanPeriod? Plan { get; init; }
    }

    public sealed record Date(string Id, bool Required) : Question(Id, Required);

    public sealed record Number(string Id, bool Required, decimal Min, decimal Max) : Question(Id, Required);

    /// <summary>How many women and men there are of each option, in one answer; at least one person, at most <paramref name="Most"/>.</summary>
    public sealed record HeadCount(string Id, bool Required, ImmutableArray<Option> Options, int Most) : Question(Id, Required);

    public sealed record YesNo(string Id, bool Required) : Question(Id, Required)
    {
        /// <summary>True where only a yes goes on, as with consent: a no cancels the form.</summary>
        public bool OnlyYes { get; init; }
    }
}

/// <summary>Says that a question is asked only while <paramref name="QuestionId"/> is answered with <paramref name="OptionId"/>.</summary>
public sealed record Condition(string QuestionId, string OptionId);

/// <summary>An option of a choice: its label is data (of a plan or of a consultation), not a text of ours.</summary>
public sealed record Option(string Id, string Label, ImmutableArray<string> Aliases)
{
    /// <summary>What it covers, in a sentence; empty where its label says it.</summary>
    public string Covers { get; init; } = "";

    /// <summary>Something real that was put under it; may be empty.</summary>
    public string Example { get; init; } = "";
}
