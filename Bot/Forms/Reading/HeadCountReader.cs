namespace AgaBot.Forms.Reading;

/// <summary>
/// Parses an attendance as people write it: "sociedad civil 3 mujeres 2 hombres", "3; 3; 2" by the option's number, "tres mujeres y dos
/// hombres de la sociedad civil", or a table copied from paper. If women and men cannot be told apart, the bot asks.
/// </summary>
internal static class HeadCountReader
{
    /// <summary>Maximum UTF-16 code units of an attendance.</summary>
    private const int MaxLength = 4_000;

    public static ParseResult Read(Question.HeadCount question, string words)
    {
        if (words.Length > MaxLength)
            return new ParseResult.Unclear(new Problem.TooLong(words.Length, MaxLength));

        var sizes = question.Options.ToDictionary(
            static option => option.Id,
            static option => new GroupSize(option.Id, 0, 0),
            StringComparer.Ordinal
        );
        HeadCountEntry? total = null;
        HeadCountEntry[] entries = [.. HeadCountEntries.Of(words, question.Options.Length)];
        if (entries is [var only] && only.OfNoGroup(question.Options.Length) is var (ofWomen, ofMen))
            return new ParseResult.Unclear(
                ofWomen > question.Most || ofMen > question.Most
                    ? new Problem.OutOfRange(Math.Max(ofWomen, ofMen), 0, question.Most)
                    : new Problem.UnnamedCount(words, ofWomen, ofMen)
            );
        foreach (HeadCountEntry entry in entries)
        {
            if (entry.IsTotal)
            {
                total = entry;
                continue;
            }
            (ParseResult reading, int women, int men) = ReadEntry(question, entry);
            if (reading is not ParseResult.Understood { Answer: Answer.Choice { OptionId: var id } })
                return reading;
            sizes[id] = new GroupSize(id, sizes[id].Women + women, sizes[id].Men + men);
        }

        var count = new Answer.HeadCount([
            .. question.Options.Select(option => sizes[option.Id]).Where(static size => size is not { Women: 0, Men: 0 }),
        ]);
        if (total is not null && total.Total != count.People)
            return new ParseResult.Unclear(new Problem.UnclearCount(total.Words));
        return count.People < 1 || count.People > question.Most
            ? new ParseResult.Unclear(new Problem.OutOfRange(count.People, 1, question.Most))
            : new ParseResult.Understood(count);
    }

    private static (ParseResult Option, int Women, int Men) ReadEntry(Question.HeadCount question, HeadCountEntry entry)
    {
        if (entry.Sizes is not { } sizes)
            return (new ParseResult.Unclear(new Problem.UnclearCount(entry.Words)), 0, 0);
        // Bound checked before adding, since numbers may have nine digits.
        if (sizes.Women > question.Most || sizes.Men > question.Most)
            return (new ParseResult.Unclear(new Problem.OutOfRange(Math.Max(sizes.Women, sizes.Men), 0, question.Most)), 0, 0);
        ParseResult option = ChoiceReader.Read(new Question.Choice(question.Id, Required: true, question.Options), entry.Option);
        return (option, sizes.Women, sizes.Men);
    }
}
