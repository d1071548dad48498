using AgaBot.Plans;
using CsCheck;

namespace AgaBot.Tests.Plans;

public sealed class ReceiptNumberTests
{
    private static readonly Gen<ReceiptNumber> Drawn = Gen.Select(Gen.String.AlphaNumeric, Gen.Int[0, 9])
        .Select((id, attempt) => ReceiptNumber.Draw(new ProposalId(id), attempt));

    [Fact]
    public void The_same_proposal_and_attempt_draw_the_same_number_for_ever()
    {
        Assert.Equal("178-121-4", ReceiptNumber.Draw(new ProposalId("ficha-1"), 0).ToString());
        Assert.Equal(ReceiptNumber.Draw(new ProposalId("ficha-1"), 0), ReceiptNumber.Draw(new ProposalId("ficha-1"), 0));
    }

    [Fact]
    public void Another_attempt_draws_another_number() =>
        Assert.NotEqual(ReceiptNumber.Draw(new ProposalId("ficha-1"), 0), ReceiptNumber.Draw(new ProposalId("ficha-1"), 1));

    [Fact]
    public void A_number_reads_back_as_it_was_said() =>
        Drawn.Sample(number => ReceiptNumber.TryParse(number.ToString(), out ReceiptNumber read) && read == number);

    [Theory]
    [InlineData("{0}{1}{2}")]
    [InlineData(" {0} {1} {2} ")]
    [InlineData("{0}–{1}–{2}")]
    [InlineData("{0} - {1} - {2}")]
    public void However_people_group_it(string grouping)
    {
        ReceiptNumber number = ReceiptNumber.Draw(new ProposalId("ficha-1"), 0);
        string[] groups = number.ToString().Split('-');

        Assert.True(ReceiptNumber.TryParse(string.Format(null, grouping, groups[0], groups[1], groups[2]), out ReceiptNumber read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ficha")]
    [InlineData("572-4")]
    [InlineData("0000000-0")]
    [InlineData("٤٨٢٧١٦٥")]
    public void What_is_not_seven_digits_is_no_number(string words) => Assert.False(ReceiptNumber.TryParse(words, out _));

    [Fact]
    public void Every_wrong_digit_is_found() =>
        Gen.Select(Drawn, Gen.Int[0, 6], Gen.Int[1, 9])
            .Sample(
                (number, at, shift) =>
                {
                    char[] digits = number.Digits.ToCharArray();
                    digits[at] = (char)('0' + ((digits[at] - '0' + shift) % 10));
                    return !ReceiptNumber.TryParse(digits, out _);
                }
            );

    [Fact]
    public void Every_swap_of_neighbours_is_found() =>
        Gen.Select(Drawn, Gen.Int[0, 5])
            .Sample(
                (number, at) =>
                {
                    char[] digits = number.Digits.ToCharArray();
                    (digits[at], digits[at + 1]) = (digits[at + 1], digits[at]);
                    return digits[at] == digits[at + 1] || !ReceiptNumber.TryParse(digits, out _);
                }
            );
}
