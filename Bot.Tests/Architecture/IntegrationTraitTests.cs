using System.Reflection;
using AgaBot.Bench.Architecture;

namespace AgaBot.Tests.Architecture;

/// <summary>
/// <c>./test.sh --quick</c> leaves out the test classes with the trait <c>Category=Integration</c>. Exactly those have it that start, or
/// use a type that starts, a process, a server or a browser.
/// </summary>
public sealed class IntegrationTraitTests
{
    private static readonly string[] Starters =
    [
        "System.Diagnostics.Process",
        "System.Net.HttpListener",
        "System.Net.Sockets.Socket",
        "System.Net.Sockets.TcpListener",
        "Microsoft.AspNetCore.Builder.WebApplication",
        "Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory`1",
        "Microsoft.Playwright.IPlaywright",
    ];

    private static readonly ILookup<string, string> Known = AssemblyReferences
        .Read(Assembly.GetExecutingAssembly().Location)
        .ToLookup(reference => $"{reference.From}", reference => $"{reference.To}");

    [Fact]
    public void Exactly_the_tests_that_start_something_are_marked()
    {
        Type[] tests = [.. Assembly.GetExecutingAssembly().GetTypes().Where(IsTest)];

        Assert.Equal(
            tests.Where(Starts).Select(type => type.FullName).Order(StringComparer.Ordinal),
            tests.Where(IsMarked).Select(type => type.FullName).Order(StringComparer.Ordinal)
        );
    }

    private static bool IsTest(Type type) =>
        !type.IsAbstract && type.GetMethods().Any(method => method.IsDefined(typeof(FactAttribute), inherit: true));

    private static bool IsMarked(Type type) =>
        Lineage(type)
            .SelectMany(ancestor => ancestor.GetCustomAttributesData())
            .Any(attribute =>
                attribute.AttributeType == typeof(TraitAttribute)
                && attribute.ConstructorArguments.Select(argument => argument.Value).SequenceEqual(["Category", "Integration"])
            );

    private static bool Starts(Type type)
    {
        HashSet<string> reached = [type.FullName!];
        Queue<string> next = new(reached);
        while (next.TryDequeue(out string? at))
        {
            if (Starters.Contains(at))
                return true;
            foreach (string known in Known[at].Where(reached.Add))
                next.Enqueue(known);
        }
        return false;
    }

    private static IEnumerable<Type> Lineage(Type type)
    {
        for (Type? at = type; at is not null; at = at.BaseType)
            yield return at;
    }
}
