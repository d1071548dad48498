using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace AgaBot.Cards.Expressions;

/// <summary>
/// Evaluates expressions like npm <c>adaptivecards-templating</c>, but never throws: the value of a path that does not exist is
/// <see cref="ValueKind.Missing"/>.
/// </summary>
internal static class Evaluation
{
    /// <summary>Evaluates an expression whose value is shown. A missing value is reported to <see cref="Scope.Missing"/>.</summary>
    public static Value EvaluateShown(Expression expression, in Scope scope)
    {
        Value value = Evaluate(expression, scope);
        if (value.Kind == ValueKind.Missing)
            scope.Missing?.Invoke(expression.Source);
        return value;
    }

    public static Value Evaluate(Expression expression, in Scope scope) =>
        expression switch
        {
            Expression.Literal literal => literal.Value,
            Expression.Path path => Follow(path, scope),
            Expression.Not not => Value.Of(!Evaluate(not.Operand, scope).IsTrue),
            Expression.Binary binary => Combine(binary, scope),
            Expression.Call call => Call(call, scope),
            _ => throw new UnreachableException(),
        };

    private static Value Follow(Expression.Path path, in Scope scope)
    {
        if (path.Start == PathStart.Index)
            return scope.Index is { } index ? Value.Of(index) : Value.Missing;
        JsonElement at = path.Start == PathStart.Root ? scope.Root : scope.Data;
        foreach (PathStep step in path.Steps)
        {
            if (step.Name is { } name)
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                    return Value.Missing;
            }
            else if (at.ValueKind == JsonValueKind.Array && step.Place < at.GetArrayLength())
            {
                at = at[step.Place];
            }
            else
            {
                return Value.Missing;
            }
        }
        return Value.Of(at);
    }

    private static Value Combine(Expression.Binary binary, in Scope scope)
    {
        Value left = Evaluate(binary.Left, scope);
        switch (binary.Operator)
        {
            case BinaryOperator.And:
                return Value.Of(left.IsTrue && Evaluate(binary.Right, scope).IsTrue);
            case BinaryOperator.Or:
                return Value.Of(left.IsTrue || Evaluate(binary.Right, scope).IsTrue);
        }
        Value right = Evaluate(binary.Right, scope);
        return binary.Operator switch
        {
            BinaryOperator.Equal => Value.Of(AreEqual(left, right)),
            BinaryOperator.NotEqual => Value.Of(!AreEqual(left, right)),
            _ => Compare(binary.Operator, left, right),
        };
    }

    private static bool AreEqual(in Value left, in Value right) =>
        (left.Kind, right.Kind) switch
        {
            (ValueKind.Number, ValueKind.Number) => left.Number.Equals(right.Number),
            (ValueKind.Text, ValueKind.Text) => left.Text == right.Text,
            (ValueKind.List or ValueKind.Object, ValueKind.List or ValueKind.Object) => JsonElement.DeepEquals(left.Json, right.Json),
            _ => left.IsThere == right.IsThere && (!left.IsThere || left.Kind == right.Kind),
        };

    /// <summary>Compares two numbers or two texts. Other values have no order.</summary>
    private static Value Compare(BinaryOperator comparison, in Value left, in Value right)
    {
        int order;
        if (left.Kind == ValueKind.Number && right.Kind == ValueKind.Number)
            order = left.Number.CompareTo(right.Number);
        else if (left.Kind == ValueKind.Text && right.Kind == ValueKind.Text)
            order = string.CompareOrdinal(left.Text, right.Text);
        else
            return Value.Missing;
        return Value.Of(
            comparison switch
            {
                BinaryOperator.Less => order < 0,
                BinaryOperator.LessOrEqual => order <= 0,
                BinaryOperator.Greater => order > 0,
                _ => order >= 0,
            }
        );
    }

    private static Value Call(Expression.Call call, in Scope scope)
    {
        ImmutableArray<Expression> given = call.Arguments;
        return call.Function switch
        {
            Function.If => Evaluate(given[Evaluate(given[0], scope).IsTrue ? 1 : 2], scope),
            Function.Exists => Value.Of(Evaluate(given[0], scope).IsThere),
            Function.Not => Value.Of(!Evaluate(given[0], scope).IsTrue),
            Function.Count => Count(Evaluate(given[0], scope)),
            Function.Empty => Value.Of(IsEmpty(Evaluate(given[0], scope))),
            Function.Concat => Concat(given, scope),
            Function.Join => Join(Evaluate(given[0], scope), Evaluate(given[1], scope)),
            _ => throw new UnreachableException(),
        };
    }

    private static Value Count(in Value value) =>
        value.Kind switch
        {
            ValueKind.List => Value.Of(value.Json.GetArrayLength()),
            ValueKind.Text => Value.Of(value.Text.Length),
            ValueKind.Object => Value.Of(value.Json.GetPropertyCount()),
            _ => Value.Missing,
        };

    private static bool IsEmpty(in Value value) =>
        value.Kind switch
        {
            ValueKind.Missing or ValueKind.Null => true,
            ValueKind.Text => value.Text.Length == 0,
            ValueKind.List => value.Json.GetArrayLength() == 0,
            ValueKind.Object => value.Json.GetPropertyCount() == 0,
            _ => false,
        };

    private static Value Concat(ImmutableArray<Expression> given, in Scope scope)
    {
        var text = new StringBuilder();
        foreach (Expression argument in given)
            text.Append(EvaluateShown(argument, scope).ToText());
        return Value.Of(text.ToString());
    }

    private static Value Join(in Value list, in Value separator) =>
        list.Kind == ValueKind.List
            ? Value.Of(string.Join(separator.ToText(), list.Json.EnumerateArray().Select(item => Value.Of(item).ToText())))
            : Value.Missing;
}
