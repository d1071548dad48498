using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace AgaBot.Cards.Expressions;

/// <summary>Parses the text between <c>${</c> and <c>}</c>. Throws <see cref="FormatException"/> on invalid text.</summary>
internal ref struct ExpressionParser
{
    /// <summary>Binary operators by precedence, lowest first. The operands of a level are expressions of the next level.</summary>
    private static readonly (string Sign, BinaryOperator Operator)[][] PrecedenceLevels =
    [
        [("||", BinaryOperator.Or)],
        [("&&", BinaryOperator.And)],
        [("==", BinaryOperator.Equal), ("!=", BinaryOperator.NotEqual)],
        [
            ("<=", BinaryOperator.LessOrEqual),
            (">=", BinaryOperator.GreaterOrEqual),
            ("<", BinaryOperator.Less),
            (">", BinaryOperator.Greater),
        ],
    ];

    private static readonly Dictionary<string, (Function Function, int Least, int Most)> FunctionsByName = new(StringComparer.Ordinal)
    {
        ["if"] = (Functions.If, 3, 3),
        ["exists"] = (Functions.Exists, 1, 1),
        ["not"] = (Functions.Not, 1, 1),
        ["count"] = (Functions.Count, 1, 1),
        ["empty"] = (Functions.Empty, 1, 1),
        ["concat"] = (Functions.Concat, 1, int.MaxValue),
        ["join"] = (Functions.Join, 2, 2),
    };

    private readonly string text;
    private int at;

    private ExpressionParser(string text) => this.text = text;

    public static Expression Parse(string text)
    {
        var parser = new ExpressionParser(text);
        Expression expression = parser.Binary(0);
        parser.SkipSpace();
        return parser.at == text.Length ? expression with { Source = text } : throw parser.Fault($"'{text[parser.at]}' is not expected");
    }

    private Expression Binary(int level)
    {
        if (level == PrecedenceLevels.Length)
            return Unary();
        Expression left = Binary(level + 1);
        while (TakeOperator(level) is { } sign)
            left = new Expression.Binary(sign, left, Binary(level + 1));
        return left;
    }

    private BinaryOperator? TakeOperator(int level)
    {
        foreach ((string sign, BinaryOperator meaning) in PrecedenceLevels[level])
        {
            if (Take(sign))
                return meaning;
        }
        return null;
    }

    private Expression Unary() => Take("!") ? new Expression.Not(Unary()) : Primary();

    private Expression Primary()
    {
        SkipSpace();
        if (Take("("))
        {
            Expression inner = Binary(0);
            Expect(")");
            return inner;
        }
        if (at == text.Length)
            throw Fault("something is missing at the end");
        char first = text[at];
        if (first == '\'' || first == '"')
            return new Expression.Literal(Value.Of(Quoted()));
        if (char.IsAsciiDigit(first) || first == '-')
            return new Expression.Literal(Value.Of(Number()));
        return NameOrCall();
    }

    private Expression NameOrCall()
    {
        int start = at;
        string name = Name();
        switch (name)
        {
            case "true":
                return new Expression.Literal(Value.True);
            case "false":
                return new Expression.Literal(Value.False);
            case "null":
                return new Expression.Literal(Value.Null);
        }
        return Take("(") ? Call(name) : Path(name, start);
    }

    private Expression.Call Call(string name)
    {
        if (!FunctionsByName.TryGetValue(name, out (Function Function, int Least, int Most) known))
            throw Fault($"there is no function '{name}'");
        ImmutableArray<Expression>.Builder arguments = ImmutableArray.CreateBuilder<Expression>();
        if (!Take(")"))
        {
            do arguments.Add(Binary(0));
            while (Take(","));
            Expect(")");
        }
        return arguments.Count >= known.Least && arguments.Count <= known.Most
            ? new Expression.Call(known.Function, arguments.DrainToImmutable())
            : throw Fault($"'{name}' does not take {arguments.Count} arguments");
    }

    private Expression.Path Path(string first, int start)
    {
        ImmutableArray<PathStep>.Builder steps = ImmutableArray.CreateBuilder<PathStep>();
        PathStart from = first switch
        {
            "$root" => PathStart.Root,
            "$index" => PathStart.Index,
            "$data" => PathStart.Data,
            _ when first[0] == '$' => throw Fault($"there is no '{first}'"),
            _ => PathStart.Data,
        };
        if (first[0] != '$')
            steps.Add(new PathStep(first, 0));
        while (at < text.Length)
        {
            if (text[at] == '.')
            {
                at++;
                steps.Add(new PathStep(Name(), 0));
            }
            else if (text[at] == '[')
            {
                at++;
                steps.Add(Subscript());
                Expect("]");
            }
            else
            {
                break;
            }
        }
        return new Expression.Path(from, steps.DrainToImmutable()) { Source = text[start..at] };
    }

    private PathStep Subscript()
    {
        SkipSpace();
        if (at < text.Length && text[at] is '\'' or '"')
            return new PathStep(Quoted(), 0);
        double place = at < text.Length && char.IsAsciiDigit(text[at]) ? Number() : -1;
        return place >= 0 && place == Math.Floor(place)
            ? new PathStep(null, (int)place)
            : throw Fault("a place in a list is a whole number");
    }

    private string Name()
    {
        int start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_' || (text[at] == '$' && at == start)))
            at++;
        return at > start ? text[start..at] : throw Fault($"'{text[start..]}' is not a name: names are ASCII letters, digits and '_'");
    }

    private double Number()
    {
        int start = at;
        at++;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
            at++;
        return double.TryParse(text[start..at], NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw Fault($"'{text[start..at]}' is not a number");
    }

    private string Quoted()
    {
        char quote = text[at++];
        var quoted = new StringBuilder();
        while (at < text.Length && text[at] != quote)
        {
            char next = text[at++];
            quoted.Append(next == '\\' && at < text.Length ? Escaped(text[at++]) : next.ToString());
        }
        if (at == text.Length)
            throw Fault("a quote is not closed");
        at++;
        return quoted.ToString();
    }

    /// <summary>The character of an escape sequence. An unknown sequence is kept unchanged.</summary>
    private static string Escaped(char c) =>
        c switch
        {
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            '\\' or '\'' or '"' => c.ToString(),
            _ => $"\\{c}",
        };

    private bool Take(string sign)
    {
        SkipSpace();
        if (!text.AsSpan(at).StartsWith(sign, StringComparison.Ordinal))
            return false;
        if (sign == "!" && text.AsSpan(at).StartsWith("!=", StringComparison.Ordinal))
            return false;
        at += sign.Length;
        return true;
    }

    private void Expect(string sign)
    {
        if (!Take(sign))
            throw Fault($"'{sign}' is missing");
    }

    private void SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
    }

    private readonly FormatException Fault(string what) => new($"In '${{{text}}}': {what}.");
}
