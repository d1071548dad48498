using System.Collections.Immutable;
using System.Text;

namespace AgaBot.Cards.Expressions;

/// <summary>A function of the template language.</summary>
internal delegate Value Function(ImmutableArray<Expression> arguments, in Scope scope);

/// <summary>The functions of the template language. The parser has checked the number of arguments.</summary>
internal static class Functions
{
    public static Value If(ImmutableArray<Expression> arguments, in Scope scope) =>
        arguments[arguments[0].Evaluate(scope).IsTrue ? 1 : 2].Evaluate(scope);

    public static Value Exists(ImmutableArray<Expression> arguments, in Scope scope) => Value.Of(arguments[0].Evaluate(scope).IsThere);

    public static Value Not(ImmutableArray<Expression> arguments, in Scope scope) => Value.Of(!arguments[0].Evaluate(scope).IsTrue);

    public static Value Count(ImmutableArray<Expression> arguments, in Scope scope) => CountOf(arguments[0].Evaluate(scope));

    public static Value Empty(ImmutableArray<Expression> arguments, in Scope scope) => Value.Of(IsEmpty(arguments[0].Evaluate(scope)));

    public static Value Concat(ImmutableArray<Expression> arguments, in Scope scope)
    {
        var text = new StringBuilder();
        foreach (Expression argument in arguments)
            text.Append(argument.EvaluateShown(scope).ToText());
        return Value.Of(text.ToString());
    }

    public static Value Join(ImmutableArray<Expression> arguments, in Scope scope)
    {
        Value list = arguments[0].Evaluate(scope);
        Value separator = arguments[1].Evaluate(scope);
        return list.Kind == ValueKind.List
            ? Value.Of(string.Join(separator.ToText(), list.Json.EnumerateArray().Select(item => Value.Of(item).ToText())))
            : Value.Missing;
    }

    private static Value CountOf(in Value value) =>
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
}
