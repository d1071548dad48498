using System.Collections.Immutable;
using AgaBot.Storage;

namespace AgaBot.Tests.Storage;

public abstract partial class EntityStoreContract
{
    /// <summary>Characters that people type and storage services refuse: separators, quotes, controls, both halves of an emoji.</summary>
    private static readonly ImmutableArray<string> EveryCharacter =
    [
        "\0",
        "\t",
        "\n",
        "\r\n",
        "\u001F",
        " ",
        " x",
        "x ",
        "!",
        "!0",
        "\"",
        "#",
        "$",
        "%",
        "%2F",
        "&",
        "'",
        "''",
        "(",
        "*",
        "+",
        "-",
        ".",
        "..",
        "./",
        "/",
        "//",
        "0",
        ":",
        ";",
        "<",
        "=",
        ">",
        "?",
        "@",
        "A",
        "[",
        "\\",
        "]",
        "a",
        "b",
        "`",
        "{",
        "|",
        "~",
        "\u007F",
        "\u0080",
        "\u0085",
        "\u009F",
        "\u00A0",
        "ñ",
        "n\u0303",
        "Ñandú",
        "é",
        "e\u0301",
        "\u200F",
        "\u202E",
        "\u2028",
        "漢",
        "\uD7FF",
        "\uD800",
        "\uD800x",
        "\uDBFF",
        "\uDC00",
        "😀",
        "😀😀",
        "\uE000",
        "\uFB01",
        "\uFEFF",
        "\uFFFD",
        "\uFFFE",
        "\uFFFF",
        "\uFFFFx",
        "ACCIÓN; jun 2016; dic 2016",
    ];

    [Fact]
    public async Task Keys_with_every_character_read_back_in_ordinal_order()
    {
        await Write([.. EveryCharacter.Select(row => new EntityWrite.Insert(row, Bytes($"value of {row}")))]);

        EntityPage page = await Store.QueryAsync(Partition, RowRange.All, 1000, null, None);

        Assert.Equal(EveryCharacter.Order(StringComparer.Ordinal), page.Rows.Select(row => row.Row));
        Assert.All(page.Rows, row => Assert.Equal(Bytes($"value of {row.Row}"), row.Value.ToArray()));
        foreach (string row in EveryCharacter)
            Assert.Equal($"value of {row}".Length, (await Value(row)).Length);
    }

    [Fact]
    public async Task Partitions_with_every_character_are_apart()
    {
        await Parallel.ForEachAsync(
            EveryCharacter,
            async (partition, token) =>
                await Store.WriteAsync(
                    partition,
                    [new EntityWrite.Insert("row", Bytes(partition)), new EntityWrite.Insert("other", default)],
                    token
                )
        );

        foreach (string partition in EveryCharacter)
        {
            Assert.Equal(Bytes(partition), (await Store.GetAsync(partition, "row", None))!.Value.ToArray());
            Assert.Equal(2, (await Store.QueryAsync(partition, RowRange.All, 10, null, None)).Rows.Length);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(1000)]
    public async Task Pages_follow_each_other_without_gap_or_repeat(int limit)
    {
        await Write([.. EveryCharacter.Select(row => new EntityWrite.Insert(row, default))]);

        List<string> read = [];
        EntityPage page;
        do
        {
            page = await Store.QueryAsync(Partition, RowRange.All, limit, read.LastOrDefault(), None);
            Assert.True(page.Rows.Length == limit || !page.More);
            read.AddRange(page.Rows.Select(row => row.Row));
        } while (page.More);

        Assert.Equal(EveryCharacter.Order(StringComparer.Ordinal), read);
    }

    [Fact]
    public async Task More_than_a_thousand_rows_are_read_in_pages()
    {
        for (int batch = 0; batch < 11; batch++)
        {
            await Write([.. Enumerable.Range(batch * 100, 100).Select(row => new EntityWrite.Insert($"{row:00000}", default))]);
        }

        EntityPage first = await Store.QueryAsync(Partition, RowRange.All, 1000, null, None);
        EntityPage second = await Store.QueryAsync(Partition, RowRange.All, 1000, first.Rows[^1].Row, None);

        Assert.Equal((1000, true, 100, false), (first.Rows.Length, first.More, second.Rows.Length, second.More));
        Assert.Equal(("00999", "01000", "01099"), (first.Rows[^1].Row, second.Rows[0].Row, second.Rows[^1].Row));
    }

    [Fact]
    public async Task A_range_begins_with_its_first_key_and_ends_before_its_last()
    {
        await Write([.. "abcde".Select(row => new EntityWrite.Insert($"{row}", default))]);

        Assert.Equal("bc", await Rows(new RowRange("b", "d")));
        Assert.Equal("abc", await Rows(new RowRange(null, "d")));
        Assert.Equal("de", await Rows(new RowRange("d", null)));
        Assert.Equal("c", await Rows(new RowRange("b", "d"), after: "b"));
        Assert.Equal("bc", await Rows(new RowRange("b", "d"), after: "a"));
        Assert.Equal("", await Rows(new RowRange("b", "d"), after: "d"));
        Assert.Equal("", await Rows(new RowRange("d", "b")));
    }

    [Fact]
    public async Task A_prefix_finds_its_rows_and_no_neighbour()
    {
        await Write([.. EveryCharacter.Select(row => new EntityWrite.Insert("ficha/" + row, default))]);
        await Write([
            .. new[] { "ficha", "ficha.", "ficha0", "fichb", "g", "ficha/", "\uFFFF" }.Select(row => new EntityWrite.Insert(row, default)),
        ]);

        EntityPage found = await Store.QueryAsync(Partition, RowRange.StartingWith("ficha/"), 1000, null, None);
        EntityPage last = await Store.QueryAsync(Partition, RowRange.StartingWith("\uFFFF"), 1000, null, None);

        Assert.Equal(EveryCharacter.Length + 1, found.Rows.Length);
        Assert.All(found.Rows, row => Assert.StartsWith("ficha/", row.Row, StringComparison.Ordinal));
        Assert.Equal("\uFFFF", Assert.Single(last.Rows).Row);
    }

    private async Task<string> Rows(RowRange range, string? after = null) =>
        string.Concat((await Store.QueryAsync(Partition, range, 10, after, None)).Rows.Select(row => row.Row));
}
