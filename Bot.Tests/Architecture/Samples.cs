// Types that know another in every way that there is, for the tests of AssemblyReferences.
#pragma warning disable CA1812, CA1822, CA1823, CS0169, IDE0051

using AgaBot.Tests.Architecture.Samples.Known;

namespace AgaBot.Tests.Architecture.Samples
{
    internal sealed class ByField
    {
        private readonly Thing? known;
    }

    internal sealed class ByBase : OpenThing;

    internal sealed class ByInterface : IThing;

    internal sealed class ByParameter
    {
        public void Take(Thing? known) => _ = 1;
    }

    internal sealed class ByGenericArgument
    {
        public IReadOnlyDictionary<string, Thing[]>? Known { get; }
    }

    internal sealed class ByConstraint<T>
        where T : OpenThing;

    [Marked]
    internal sealed class ByAttribute;

    internal sealed class ByAttributeOfAParameter
    {
        public void Take([Marked] int known) => _ = known;
    }

    internal sealed class ByStaticCall
    {
        public int Call() => Thing.Count();
    }

    internal sealed class ByCallInALambda
    {
        public Func<int> Call() => () => Thing.Count();
    }

    internal sealed class ByCallInAnAsyncMethod
    {
        public async Task<int> Call() => await Task.FromResult(Thing.Count());
    }

    internal sealed class ByGenericCall
    {
        public object Call() => Array.Empty<Thing>();
    }

    internal sealed class ByTypeOf
    {
        public string Call() => typeof(Thing).Name;
    }

    internal sealed class ByPattern
    {
        public bool Call(object any) => any is Thing;
    }

    internal sealed class ByCatch
    {
        public void Call()
        {
            try
            {
                Console.Out.Flush();
            }
            catch (ThingException)
            {
                Console.Out.Flush();
            }
        }
    }

    internal sealed class ByNestedType
    {
        public int Call() => Thing.Nested.Count();
    }

    /// <summary>The one that knows nothing of it, for all its <c>using</c>.</summary>
    internal sealed class Stranger
    {
        public int Call() => 1;
    }
}

namespace AgaBot.Tests.Architecture.Samples.Known
{
    internal interface IThing;

    internal class OpenThing;

    internal sealed class ThingException : Exception;

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class MarkedAttribute : Attribute;

    internal sealed class Thing
    {
        public static int Count() => 1;

        internal static class Nested
        {
            public static int Count() => 2;
        }
    }
}
