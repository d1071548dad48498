using System.Collections.Immutable;
using System.Text;
using AgaBot.Cards.Expressions;

namespace AgaBot.Cards.Templates;

/// <summary>Splits a text of a template into literals and expressions.</summary>
internal static class TextParts
{
    /// <summary>Null if the text has no expression. <c>\${</c> stands for <c>${</c>.</summary>
    /// <exception cref="FormatException">An expression is empty, not closed, or not in the subset.</exception>
    public static TemplateNode? Parse(string text)
    {
        if (!text.Contains("${", StringComparison.Ordinal))
            return null;
        ImmutableArray<Expression>.Builder parts = ImmutableArray.CreateBuilder<Expression>();
        var plain = new StringBuilder();
        int at = 0;
        while (at < text.Length)
        {
            if (text[at] == '\\' && text.AsSpan(at + 1).StartsWith("${", StringComparison.Ordinal))
            {
                plain.Append("${");
                at += 3;
            }
            else if (text.AsSpan(at).StartsWith("${", StringComparison.Ordinal))
            {
                int end = End(text, at + 2) ?? throw new FormatException($"In '{text}': a '${{' is not closed.");
                Expression expression = ExpressionParser.Parse(text[(at + 2)..end]);
                if (at == 0 && end == text.Length - 1 && !IsWrittenAsText(expression))
                    return new TemplateNode.Computed(expression);
                Flush(plain, parts);
                parts.Add(expression);
                at = end + 1;
            }
            else
            {
                plain.Append(text[at++]);
            }
        }
        Flush(plain, parts);
        return new TemplateNode.Text(parts.DrainToImmutable());
    }

    /// <summary><c>adaptivecards-templating</c> writes a single literal as text, but treats a negative number as an operation.</summary>
    private static bool IsWrittenAsText(Expression only) =>
        only is Expression.Literal literal && !(literal.Value.Kind == ValueKind.Number && literal.Value.Number < 0);

    /// <summary>The position of the closing brace outside quotes; null if there is none.</summary>
    private static int? End(string text, int from)
    {
        char quote = '\0';
        for (int at = from; at < text.Length; at++)
        {
            char c = text[at];
            if (quote != '\0')
            {
                if (c == '\\')
                    at++;
                else if (c == quote)
                    quote = '\0';
            }
            else if (c is '\'' or '"')
            {
                quote = c;
            }
            else if (c == '}')
            {
                return at;
            }
        }
        return null;
    }

    private static void Flush(StringBuilder plain, ImmutableArray<Expression>.Builder parts)
    {
        if (plain.Length == 0)
            return;
        parts.Add(new Expression.Literal(Value.Of(plain.ToString())));
        plain.Clear();
    }
}
