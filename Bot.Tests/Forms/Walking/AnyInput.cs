using AgaBot.Forms;
using AgaBot.Forms.Walking;
using CsCheck;

namespace AgaBot.Tests.Forms.Walking;

/// <summary>Any input of a person, a card or an attacker, as plain values so that a failing case can be read.</summary>
internal sealed record AnyInput(int Kind, string Text, int Number, bool OfThisCard)
{
    public static readonly Gen<string> Words = Gen.Frequency(
        (
            6,
            Gen.OneOfConst(
                "1",
                "2",
                "4",
                "sí",
                "no",
                "s",
                "Integridad",
                "mejora",
                "pública",
                "opciones",
                "abierta",
                "Participante 07",
                "julio 2017",
                "Set 2016",
                "1 mes",
                "15/08/2017",
                "cuando se pueda",
                "1 234,5",
                "99999",
                "GGR, GRA, y unidades ejecutoras",
                "· Gobierno Regional \n· ",
                "Proyectos; Jun 2016; Jul 2017",
                "Propongo:",
                "uno,",
                "- a\n-",
                "a; b; Jun 2016; Jul 2017\nOtra",
                "; ; Jul 2017",
                "fin: dic 2016",
                "Acción\tInicio\tFin\nComprar\tJun\n2016\tJul\n2017",
                "| a | Jun 2016 |",
                "; Jun 2016",
                "\tPropuesta\tJul\n2016",
                "",
                " \n ",
                "👍🏽",
                "\u200fنص\u200e",
                "\ud83d"
            )
        ),
        (2, Gen.OneOfConst("opciones", "abierta", "1", "2")),
        (1, Gen.String),
        (1, Gen.Int[1, 6_000].Select(length => new string('x', length)))
    );

    /// <summary>
    /// Mostly among the first questions and rows, because an answer that changes which questions are asked is among the first.
    /// </summary>
    private static readonly Gen<int> Numbers = Gen.Frequency((1, Gen.Int[1, 3]), (1, Gen.Int[-1, 10]));

    public static readonly Gen<AnyInput> Any = Gen.Select(
            Gen.Frequency((3, Gen.Const(0)), (2, Gen.Int[1, 15])),
            Words,
            Numbers,
            Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false)))
        )
        .Select((kind, text, number, ofThisCard) => new AnyInput(kind, text, number, ofThisCard));

    public FormInput To(Form form, FormSession session)
    {
        int revision = OfThisCard ? session.Revision : Number;
        string question = OfThisCard && session.At is FormPosition.Asking at ? at.QuestionId : form.Questions[0].Id;
        return Kind switch
        {
            0 => new FormInput.Say(Text),
            1 => new FormInput.Fill(
                revision,
                question,
                [KeyValuePair.Create(question, Text), KeyValuePair.Create(form.Questions[^1].Id, "Set 2016")]
            ),
            2 => new FormInput.AddRow(revision, question, [Text, "Jun 2016"]),
            3 => new FormInput.RemoveRow(OfThisCard ? null : revision, Number),
            4 => new FormInput.Done(),
            5 => new FormInput.Back(),
            6 => new FormInput.Skip(),
            7 => new FormInput.Edit(Number),
            8 => new FormInput.Help(),
            9 => new FormInput.Cancel(),
            10 => new FormInput.Restart(),
            11 => new FormInput.EditRow(OfThisCard ? null : revision, Number),
            13 => new FormInput.ReplaceRow(Number, Text),
            14 => new FormInput.Replace(Number, Text),
            12 => new FormInput.MoveRow(OfThisCard ? null : revision, Number, Text.Length % 2 == 0 ? -1 : 1),
            _ => new FormInput.Submit(),
        };
    }
}
