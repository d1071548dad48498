using System.Text.Json;

namespace AgaBot.Cards.Expressions;

/// <summary>Evaluates paths and binary operators.</summary>
internal static class Evaluation
{
    public static Value Follow(Expression.Path path, in Scope scope)
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

    public static Value Combine(Expression.Binary binary, in Scope scope)
    {
        Value left = binary.Left.Evaluate(scope);
        switch (binary.Operator)
        {
            case BinaryOperator.And:
                return Value.Of(left.IsTrue && binary.Right.Evaluate(scope).IsTrue);
            case BinaryOperator.Or:
                return Value.Of(left.IsTrue || binary.Right.Evaluate(scope).IsTrue);
        }
        Value right = binary.Right.Evaluate(scope);
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
}
