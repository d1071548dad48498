using AgaBot.Consultations;
using AgaBot.Forms;

namespace AgaBot.Storage.Records.Consultations;

/// <summary>The counts of responses.</summary>
internal static class ResponseCounts
{
    public static Tally None(Consultation consultation) => new(0, [.. consultation.Options.Select(static _ => 0)]);

    /// <summary>The counts that one answer adds, or with -1 removes.</summary>
    public static Tally Of(Consultation consultation, Answer answer, int times = 1)
    {
        Tally none = None(consultation);
        return new Tally(
            times,
            ResponseForm.OptionIndex(consultation, answer) is { } option ? none.ByOption.SetItem(option, times) : none.ByOption
        );
    }

    public static Tally Plus(this Tally one, Tally other) =>
        new(one.Responses + other.Responses, [.. one.ByOption.Zip(other.ByOption, static (left, right) => left + right)]);
}
