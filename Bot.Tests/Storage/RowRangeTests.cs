using AgaBot.Storage;
using CsCheck;

namespace AgaBot.Tests.Storage;

public sealed class RowRangeTests
{
    private static readonly Gen<string> Keys = Gen.OneOfConst('\0', 'a', 'b', '\uFFFE', '\uFFFF')
        .Array[0, 4]
        .Select(characters => new string(characters));

    [Fact]
    public void A_prefix_range_holds_the_keys_with_the_prefix_and_no_others() =>
        Gen.Select(Keys, Keys)
            .Sample((prefix, key) => Holds(RowRange.StartingWith(prefix), key) == key.StartsWith(prefix, StringComparison.Ordinal));

    [Fact]
    public void What_is_left_after_a_key_are_the_greater_ones() =>
        Gen.Select(Keys, Keys, Keys)
            .Sample(
                (from, after, key) =>
                    Holds(new RowRange(from, null).After(after), key)
                    == (Holds(new RowRange(from, null), key) && string.CompareOrdinal(key, after) > 0)
            );

    private static bool Holds(RowRange range, string key) =>
        (range.From is null || string.CompareOrdinal(key, range.From) >= 0)
        && (range.To is null || string.CompareOrdinal(key, range.To) < 0);
}
