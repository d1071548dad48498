using System.Text;
using AgaBot.Storage;
using CsCheck;

namespace AgaBot.Tests.Storage;

public sealed class KeyEncodingTests
{
    /// <summary>Every code unit, and more often the bounds of escaped ranges.</summary>
    private static readonly Gen<string> Keys = Gen.Frequency(
            (1, Gen.Char),
            (2, Gen.Char[' ', '~']),
            (
                3,
                Gen.OneOfConst([
                    .. "\0\u001F !\"#$%&-./0=>?@Z[\\]}~\u007F\u0080\u009F\u00A0ñ"
                        + "\uD7FF\uD800\uDBFF\uDC00\uDFFF\uE000\uE001\uFFFC\uFFFD\uFFFE\uFFFF",
                ])
            )
        )
        .Array[0, 12]
        .Select(characters => new string(characters));

    [Fact]
    public void A_key_comes_back_as_it_was() => Keys.Sample(key => KeyEncoding.Decode(KeyEncoding.Encode(key)) == key);

    [Fact]
    public void Order_is_kept_by_characters_and_by_bytes() =>
        Gen.Select(Keys, Keys)
            .Sample(
                (left, right) =>
                {
                    int order = Math.Sign(string.CompareOrdinal(left, right));
                    string encodedLeft = KeyEncoding.Encode(left);
                    string encodedRight = KeyEncoding.Encode(right);
                    Assert.Equal(order, Math.Sign(string.CompareOrdinal(encodedLeft, encodedRight)));
                    Assert.Equal(
                        order,
                        Math.Sign(Encoding.UTF8.GetBytes(encodedLeft).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(encodedRight)))
                    );
                }
            );

    [Fact]
    public void What_Table_Storage_refuses_is_not_in_an_encoded_key() =>
        Keys.Sample(key =>
            KeyEncoding
                .Encode(key)
                .All(character =>
                    character is not ('/' or '\\' or '#' or '?' or '%' or '\uFFFE' or '\uFFFF')
                    && !char.IsControl(character)
                    && !char.IsSurrogate(character)
                )
        );

    [Fact]
    public void Each_single_character_comes_back()
    {
        for (int code = 0; code <= char.MaxValue; code++)
            Assert.Equal($"{(char)code}", KeyEncoding.Decode(KeyEncoding.Encode($"{(char)code}")));
    }

    [Fact]
    public void Letters_digits_and_dashes_stand_for_themselves() => Assert.Equal("webchat|u-07:a", KeyEncoding.Encode("webchat|u-07:a"));

    [Fact]
    public void The_longest_key_fits_in_a_kibibyte() =>
        Assert.Equal(KeyEncoding.MaxEncodedLength, KeyEncoding.Encode(new string('\uD83D', EntityLimits.MaxKeyLength)).Length);
}
