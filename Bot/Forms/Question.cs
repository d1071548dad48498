using System.Collections.Immutable;
using AgaBot.Forms.Dates;

namespace AgaBot.Forms;

/// <summary>One question of a form, of a closed set of kinds.</summary>
/// <param name="Id">Lower-case ASCII letters and digits only, since it becomes part of an input id on a card.</param>
/// <param name="Required">Whether the form needs an answer; any other question can be skipped.</param>
public abstract record Question(string Id, bool Required)
{
    private Question()
        : this("", false) { }

    /// <summary>Name of the kind, part of the name of its card template and of the keys of its texts.</summary>
    internal abstract string KindName { get; }

    /// <summary>Asked only while an earlier choice has this option; null means always.</summary>
    public Condition? AskedWhen { get; init; }

    /// <summary>True if a card asks this question together with the next one. As text they are asked one after the other.</summary>
    public bool WithNext { get; init; }

    /// <summary>One option, chosen by number, id, label, alias, unaccented or partial text.</summary>
    public sealed record Choice(string Id, bool Required, ImmutableArray<Option> Options) : Question(Id, Required)
    {
        internal override string KindName => "choice";
    }

    /// <summary>Text of one or several lines, at most <paramref name="MaxLength"/> UTF-16 code units.</summary>
    public sealed record Text(string Id, bool Required, bool Multiline, int MaxLength = Text.DefaultMaxLength) : Question(Id, Required)
    {
        internal override string KindName => "text";

        public const int DefaultMaxLength = 4_000;

        /// <summary>Words that may precede the answer and do not belong to it, folded: "me llamo". The longest come first.</summary>
        public ImmutableArray<string> LeadIns { get; init; } = [];
    }

    /// <summary>Entities or other short texts, separated by lines or commas.</summary>
    public sealed record List(string Id, bool Required, int MaxItems = 50, int MaxItemLength = 300) : Question(Id, Required)
    {
        internal override string KindName => "list";

        /// <summary>True if an entry may contain a comma: commas separate entries only if all entries are on one line.</summary>
        public bool OneALine { get; init; }

        /// <summary>Known names in the list, or null.</summary>
        public IKnownNames? Names { get; init; }
    }

    /// <summary>A table filled row by row: <c>first; second; third</c>, one row per line, until <i>listo</i>.</summary>
    public sealed record Rows(string Id, bool Required, ImmutableArray<Column> Columns, int MaxRows = 50) : Question(Id, Required)
    {
        internal override string KindName => "rows";

        /// <summary>Maximum UTF-16 code units of all rows together: the review of a form has to fit into one message.</summary>
        public const int MaxLength = 8_000;

        /// <summary>The period that "el fin del plan" refers to in date columns.</summary>
        public PlanPeriod? Plan { get; init; }
    }

    public sealed record PlanDate(string Id, bool Required) : Question(Id, Required)
    {
        internal override string KindName => "plandate";

        /// <summary>The period that "el fin del plan" refers to.</summary>
        public PlanPeriod? Plan { get; init; }
    }

    public sealed record Date(string Id, bool Required) : Question(Id, Required)
    {
        internal override string KindName => "date";
    }

    public sealed record Number(string Id, bool Required, decimal Min, decimal Max) : Question(Id, Required)
    {
        internal override string KindName => "number";
    }

    /// <summary>The number of women and men under each option; at least one person and at most <paramref name="Most"/>.</summary>
    public sealed record HeadCount(string Id, bool Required, ImmutableArray<Option> Options, int Most) : Question(Id, Required)
    {
        internal override string KindName => "headcount";
    }

    public sealed record YesNo(string Id, bool Required) : Question(Id, Required)
    {
        internal override string KindName => "yesno";

        /// <summary>True if a no cancels the form, as with consent.</summary>
        public bool OnlyYes { get; init; }
    }
}

/// <summary>A question is asked only while <paramref name="QuestionId"/> is answered with <paramref name="OptionId"/>.</summary>
public sealed record Condition(string QuestionId, string OptionId);

/// <summary>An option of a choice. Its label is data of a plan or of a consultation, not a text of the bot.</summary>
public sealed record Option(string Id, string Label, ImmutableArray<string> Aliases)
{
    /// <summary>One sentence about the scope of the option; empty if the label is enough.</summary>
    public string Covers { get; init; } = "";

    /// <summary>A real example of this option; may be empty.</summary>
    public string Example { get; init; } = "";
}
