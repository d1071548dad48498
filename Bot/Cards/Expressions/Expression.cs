using System.Collections.Immutable;

namespace AgaBot.Cards.Expressions;

/// <summary>An expression of the template language: the subset of Adaptive Expressions that the templates use.</summary>
internal abstract record Expression
{
    private Expression() { }

    /// <summary>The text in the template, for messages.</summary>
    public string Source { get; init; } = "";

    /// <summary>
    /// The value in a scope, as npm <c>adaptivecards-templating</c> computes it, but without exceptions: the value of a path that does not
    /// exist is <see cref="ValueKind.Missing"/>.
    /// </summary>
    public abstract Value Evaluate(in Scope scope);

    /// <summary>Evaluates an expression whose value is shown. A missing value is reported to <see cref="Scope.Missing"/>.</summary>
    public Value EvaluateShown(in Scope scope)
    {
        Value value = Evaluate(scope);
        if (value.Kind == ValueKind.Missing)
            scope.Missing?.Invoke(Source);
        return value;
    }

    public sealed record Literal(Value Value) : Expression
    {
        public override Value Evaluate(in Scope scope) => Value;
    }

    /// <summary>A path into the data, e.g. <c>$root.items[0].name</c>.</summary>
    public sealed record Path(PathStart Start, ImmutableArray<PathStep> Steps) : Expression
    {
        public override Value Evaluate(in Scope scope) => Evaluation.Follow(this, scope);
    }

    public sealed record Not(Expression Operand) : Expression
    {
        public override Value Evaluate(in Scope scope) => Value.Of(!Operand.Evaluate(scope).IsTrue);
    }

    public sealed record Binary(BinaryOperator Operator, Expression Left, Expression Right) : Expression
    {
        public override Value Evaluate(in Scope scope) => Evaluation.Combine(this, scope);
    }

    public sealed record Call(Function Function, ImmutableArray<Expression> Arguments) : Expression
    {
        public override Value Evaluate(in Scope scope) => Function(Arguments, scope);
    }
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
