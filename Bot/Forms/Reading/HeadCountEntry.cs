using System.Globalization;

namespace AgaBot.Forms.Reading;

/// <summary>The tokens about one group.</summary>
/// <param name="columns">What numbers without a label count, in order.</param>
internal sealed class HeadCountEntry(HeadCountLabel[] columns)
{
    private readonly Dictionary<HeadCountLabel, int> labelled = [];
    private readonly List<int> bare = [];
    private readonly List<string> name = [];
    private readonly List<string> raw = [];
    private int? option;
    private HeadCountLabel? waiting;
    private bool beginsLine = true;
    private bool lastWasBare;
    private bool numbersCameFirst;
    private bool contradicts;

    public bool IsEmpty => raw.Count == 0;

    /// <summary>The words as written, so that the bot can repeat them.</summary>
    public string Words => string.Join(' ', raw);

    /// <summary>The totals row at the foot of a table.</summary>
    public bool IsTotal => name.Count == 0 && option is null && Total is not null;

    public int? Total => labelled.TryGetValue(HeadCountLabel.Total, out int total) ? total : null;

    /// <summary>The name of the group, otherwise its number.</summary>
    public string Option
    {
        get
        {
            if (name.Count > 0)
                return string.Join(' ', name);
            int? number = option ?? (NumberedByItsFirst ? bare[0] : null);
            return number?.ToString(CultureInfo.InvariantCulture) ?? Words;
        }
    }

    /// <summary>Null if women and men cannot be told apart.</summary>
    public (int Women, int Men)? Sizes
    {
        get
        {
            if (contradicts || waiting is not null || ByLabel() is not { } counts)
                return null;
            int? women = counts.TryGetValue(HeadCountLabel.Women, out int w) ? w : null;
            int? men = counts.TryGetValue(HeadCountLabel.Men, out int m) ? m : null;
            int? total = counts.TryGetValue(HeadCountLabel.Total, out int t) ? t : null;
            return (women, men, total) switch
            {
                (null, null, 0) => (0, 0),
                (null, null, _) => null,
                (_, _, null) => (women ?? 0, men ?? 0),
                ({ } ofWomen, null, { } all) => all >= ofWomen ? (ofWomen, all - ofWomen) : null,
                (null, { } ofMen, { } all) => all >= ofMen ? (all - ofMen, ofMen) : null,
                ({ } ofWomen, { } ofMen, { } all) => (long)ofWomen + ofMen == all ? (ofWomen, ofMen) : null,
            };
        }
    }

    /// <summary>
    /// Women and men without a group: "somos 8: 5 mujeres y 3 hombres". A first number that is no option's and is their sum is their
    /// total. Null if the entry has a group, or if women and men cannot be told apart.
    /// </summary>
    public (int Women, int Men)? OfNoGroup(int options)
    {
        if (IsNamed || Sizes is not { } sizes || labelled.Keys.All(static label => label == HeadCountLabel.Total))
            return null;
        bool isTotal = NumberedByItsFirst && bare[0] > options && bare[0] == (long)sizes.Women + sizes.Men;
        return !NumberedByItsFirst || isTotal ? sizes : null;
    }

    public bool HasNumbers => bare.Count > 0 || labelled.Count > 0;

    private bool IsNamed => name.Count > 0 || option is not null;

    /// <summary>"3 2 1", "3 2 mujeres 1 hombre": without a name, the first number is the option's number.</summary>
    private bool NumberedByItsFirst => !IsNamed && ((labelled.Count == 0 && bare.Count == 3) || (labelled.Count > 0 && bare.Count == 1));

    /// <summary>Whether the token starts the next group.</summary>
    public bool EndsBefore(HeadCountToken token) =>
        token switch
        {
            HeadCountToken.Line line => line.Option is not null ? !IsEmpty : NumberedByItsFirst || IsTotal,
            HeadCountToken.Name => HasNumbers && (IsNamed ? !numbersCameFirst : IsTotal),
            HeadCountToken.Label { What: HeadCountLabel.Total } when beginsLine && IsNamed && HasNumbers => true,
            HeadCountToken.Number or HeadCountToken.Label => numbersCameFirst && IsNamed,
            _ => false,
        };

    public void Take(HeadCountToken token)
    {
        if (token.Raw.Length > 0)
            raw.Add(token.Raw);
        beginsLine = token is HeadCountToken.Line;
        switch (token)
        {
            case HeadCountToken.Line line:
                option ??= line.Option;
                break;
            case HeadCountToken.Name word:
                name.Add(word.Plain);
                lastWasBare = false;
                break;
            case HeadCountToken.Number number:
                numbersCameFirst |= !IsNamed && !HasNumbers;
                Count(number.Value);
                break;
            case HeadCountToken.Label label:
                Label(label.What);
                break;
        }
    }

    /// <summary>"Mujeres: 3".</summary>
    private void Count(int number)
    {
        lastWasBare = waiting is null;
        if (waiting is { } label)
            Set(label, number);
        else
            bare.Add(number);
        waiting = null;
    }

    /// <summary>"3 mujeres".</summary>
    private void Label(HeadCountLabel label)
    {
        if (lastWasBare)
        {
            Set(label, bare[^1]);
            bare.RemoveAt(bare.Count - 1);
        }
        else
        {
            contradicts |= waiting is not null && waiting != HeadCountLabel.Total;
            waiting = label;
        }
        lastWasBare = false;
    }

    private void Set(HeadCountLabel label, int number)
    {
        contradicts |= labelled.ContainsKey(label);
        labelled[label] = number;
    }

    private Dictionary<HeadCountLabel, int>? ByLabel()
    {
        int[] counts = NumberedByItsFirst ? [.. bare.Skip(1)] : [.. bare];
        return (counts, labelled.Count) switch
        {
            ([], > 0) => labelled,
            ([var one], > 0) when !labelled.ContainsKey(HeadCountLabel.Total) => new(labelled) { [HeadCountLabel.Total] = one },
            ([_, _], 0) when columns.Length == 2 => Under(columns, counts),
            ([_, _, _], 0) when columns.Length == 3 => Under(columns, counts),
            ([_, _, _], 0) => Under([HeadCountLabel.Total, HeadCountLabel.Women, HeadCountLabel.Men], counts),
            _ => null,
        };
    }

    private static Dictionary<HeadCountLabel, int> Under(HeadCountLabel[] labels, int[] counts) =>
        labels.Zip(counts).ToDictionary(static pair => pair.First, static pair => pair.Second);
}
