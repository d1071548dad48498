using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgaBot.Tests.Architecture;

/// <summary>What the formatter and the analyzers do not check in the source files.</summary>
public sealed class SourceTests
{
    /// <summary>In columns; the formatter keeps code to it, but not comments and strings.</summary>
    private const int LongestLine = 140;

    /// <summary>One conditional expression may stand inside another one.</summary>
    private const int MostConditionals = 2;

    [Fact]
    public void No_line_is_longer_than_the_formatters_lines()
    {
        string[] tooLong =
        [
            .. Sources()
                .SelectMany(file =>
                    File.ReadLines(file)
                        .Select((line, index) => (Line: line, Place: $"{Path.GetRelativePath(Repository.Root, file)}:{index + 1}"))
                )
                .Where(line => line.Line.Length > LongestLine)
                .Select(line => $"{line.Place} has {line.Line.Length} columns"),
        ];

        Assert.True(tooLong.Length == 0, string.Join(Environment.NewLine, tooLong));
    }

    [Fact]
    public void No_chain_of_conditional_expressions_is_longer_than_two()
    {
        string[] chains = [.. Sources().SelectMany(file => ChainsIn(File.ReadAllText(file), Path.GetRelativePath(Repository.Root, file)))];

        Assert.True(chains.Length == 0, string.Join(Environment.NewLine, ["Use a switch expression or a method:", .. chains]));
    }

    [Theory]
    [InlineData("a ? b : c", 0)]
    [InlineData("a ? b : c ? d : e", 0)]
    [InlineData("a ? b : c ? d : e ? f : g", 1)]
    [InlineData("a ? (b ? (c ? 1 : 2) : 3) : 4", 1)]
    [InlineData("a ? b : c ? d : items.Select(item => item ? 1 : 2)", 0)]
    public void A_chain_is_counted_within_its_expression(string expression, int chains) =>
        Assert.Equal(chains, ChainsIn($"class C {{ object M() => {expression}; }}", "C.cs").Count());

    private static IEnumerable<string> ChainsIn(string source, string file) =>
        CSharpSyntaxTree
            .ParseText(source)
            .GetRoot()
            .DescendantNodes()
            .OfType<ConditionalExpressionSyntax>()
            .Where(conditional => ConditionalsAround(conditional) == MostConditionals + 1)
            .Select(conditional => $"{file}:{conditional.GetLocation().GetLineSpan().StartLinePosition.Line + 1}");

    /// <summary>How many conditional expressions hold this one, itself included, up to the lambda or the statement that it is in.</summary>
    private static int ConditionalsAround(ConditionalExpressionSyntax conditional) =>
        conditional
            .AncestorsAndSelf()
            .TakeWhile(node => node is not (AnonymousFunctionExpressionSyntax or StatementSyntax or MemberDeclarationSyntax))
            .Count(node => node is ConditionalExpressionSyntax);

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !Path.GetRelativePath(Repository.Root, file)
                    .Split(Path.DirectorySeparatorChar)
                    .Any(folder => folder is "obj" or "bin" or "node_modules" or "artifacts")
            );
}
