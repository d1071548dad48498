using System.Collections.Immutable;

namespace AgaBot.Cards.Expressions;

/// <summary>An expression of the template language: the subset of Adaptive Expressions that the templates use.</summary>
internal abstract record Expression
{
    private Expression() { }

    /// <summary>The text in the template, for messages.</summary>
    public string Source { get; init; } = "";

    public sealed record Literal(Value Value) : Expression;

    /// <summary>A path into the data, e.g. <c>$root.items[0].name</c>.</summary>
    public sealed record Path(PathStart Start, ImmutableArray<PathStep> Steps) : Expression;

    public sealed record Not(Expression Operand) : Expression;

    public sealed record Binary(BinaryOperator Operator, Expression Left, Expression Right) : Expression;

    public sealed record Call(Function Function, ImmutableArray<Expression> Arguments) : Expression;
}

internal enum PathStart
{
    Data,
    Root,
    Index,
}

/// <summary>A property by name, or, if <paramref name="Name"/> is null, an item by index.</summary>
internal readonly record struct PathStep(string? Name, int Place);

internal enum BinaryOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

internal enum Function
{
    If,
    Exists,
    Not,
    Count,
    Empty,
    Concat,
    Join,
}
