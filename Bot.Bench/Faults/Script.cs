using System.Globalization;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Bench.Faults;

/// <summary>
/// What one person does, without end: fichas and aportes filled, gone back in and corrected, and consultations answered again and again.
/// </summary>
/// <param name="random">The person's own, so that the seed decides what they say.</param>
internal sealed class Script(string person, Random random, Promises promises)
{
    public const int OptionsConsultation = 1;
    public const int OpenConsultation = 2;

    public static readonly string[] Options = ["Agua y saneamiento", "Seguridad ciudadana", "Lucha contra la corrupción"];

    private static readonly (string Id, string Name)[] Components =
    [
        ("comunidades-seguras", "Comunidades seguras"),
        ("integridad-publica", "Integridad pública"),
        ("mejora-servicios", "Mejora de los servicios"),
        ("participacion-ciudadana", "Participación ciudadana"),
    ];

    private int said;

    public IEnumerable<Deed> Endless()
    {
        foreach (Deed deed in Begin("proponer", ProposalKind.Ficha).Append(new Deed("sí", "yes", Nothing)).Concat(Ficha(SendAsNew())))
            yield return deed;
        while (true)
        {
            foreach (Deed deed in Next())
                yield return deed;
        }
    }

    private IEnumerable<Deed> Next() =>
        random.Next(4) switch
        {
            0 => Begin("aporte", ProposalKind.Aporte).Concat(Aporte()).Concat(Send()),
            1 => Respond(),
            _ => Begin("proponer", ProposalKind.Ficha).Concat(Ficha(Send())),
        };

    private IEnumerable<Deed> Begin(string command, ProposalKind kind)
    {
        yield return new Deed(command, null, () => promises.Begin(kind));
    }

    /// <summary>Sends the first proposal, which needs to be told who sends it.</summary>
    private IEnumerable<Deed> SendAsNew()
    {
        yield return new Deed("enviar", "send", Nothing);
        Deed[] typed =
        [
            .. new[] { person, "Municipalidad de Trujillo", "Municipios" }.Select(words => new Deed(words, null, Nothing)),
            new Deed("mujer", null, RegisterAndSubmit),
        ];
        yield return new Deed(null, "answer", RegisterAndSubmit)
        {
            Filled =
            [
                (ProfileForm.Nombre, person),
                (ProfileForm.Organizacion, "Municipalidad de Trujillo"),
                (ProfileForm.Tipo, "Municipios"),
                (ProfileForm.Genero, "Mujer"),
            ],
            Otherwise = typed,
        };

        void RegisterAndSubmit()
        {
            promises.IsRegistered = true;
            promises.Submit();
        }
    }

    private IEnumerable<Deed> Ficha(IEnumerable<Deed> send)
    {
        (string id, string name) = Components[random.Next(Components.Length)];
        yield return new Deed(name, "answer", () => promises.Answer(FichaForm.Componente, id)) { Filled = [(FichaForm.Componente, name)] };
        yield return Answer(FichaForm.Propuesta, Words("propuesta"));
        foreach (Deed deed in Details())
            yield return deed;
        yield return random.Next(3) == 0 ? Skip() : Answer(FichaForm.Cumplimiento, "julio 2017");
        if (random.Next(3) == 0)
        {
            yield return new Deed("editar 2", "edit", Nothing) { Number = 2 };
            yield return Answer(FichaForm.Propuesta, Words("propuesta corregida"));
        }
        foreach (Deed deed in send)
            yield return deed;
    }

    private IEnumerable<Deed> Aporte()
    {
        string words = Words("aporte");
        Deed typed = Answer(FichaForm.Propuesta, words);
        yield return typed with
        {
            Words = null,
            Action = "details",
            Otherwise = [typed, new Deed("detalles", null, Nothing)],
        };
        foreach (Deed deed in Details())
            yield return deed;
    }

    private IEnumerable<Deed> Details()
    {
        yield return Answer(FichaForm.Problema, Words("problema"));
        if (random.Next(4) == 0)
        {
            yield return new Deed("atrás", "back", Nothing);
            yield return Answer(FichaForm.Problema, Words("otro problema"));
        }
        yield return random.Next(4) == 0 ? Skip() : Answer(FichaForm.Objetivo, Words("objetivo"));
        yield return Answer(FichaForm.Responsable, Words("entidad"));
        yield return random.Next(2) == 0 ? Skip() : Answer(FichaForm.Corresponsables, Words("otra entidad"));
        if (random.Next(3) == 0)
        {
            yield return Skip();
            yield break;
        }
        List<string> rows = [];
        for (int left = random.Next(1, 4); left > 0; left--)
        {
            string action = Words("acción");
            rows.Add(ComparableText.Row(action, "Jun 2016", "Jul 2017"));
            string all = ComparableText.Rows(rows);
            yield return new Deed($"{action}; Jun 2016; Jul 2017", "addRow", () => promises.Answer(FichaForm.Acciones, all))
            {
                Filled = [(FichaForm.Accion, action), (FichaForm.Inicio, "Jun 2016"), (FichaForm.Fin, "Jul 2017")],
            };
        }
        yield return new Deed("listo", "done", Nothing);
    }

    private IEnumerable<Deed> Send()
    {
        yield return new Deed("enviar", "send", promises.Submit);
    }

    private IEnumerable<Deed> Respond()
    {
        bool isChoice = random.Next(2) == 0;
        int number = isChoice ? OptionsConsultation : OpenConsultation;
        int option = random.Next(Options.Length);
        string words = isChoice ? Options[option] : Words("opinión");
        string kept = isChoice ? (option + 1).ToString(CultureInfo.InvariantCulture) : words;
        yield return new Deed(string.Create(CultureInfo.InvariantCulture, $"responder {number}"), null, Nothing);
        yield return new Deed(words, "answer", () => promises.Responses[number] = kept) { Filled = [("respuesta", words)] };
    }

    private Deed Answer(string question, string words) =>
        new(words, "answer", () => promises.Answer(question, words)) { Filled = [(question, words)] };

    private static Deed Skip() => new("saltar", "skip", Nothing);

    private static void Nothing()
    {
        // Navigation promises nothing.
    }

    /// <summary>A text that occurs once in the run.</summary>
    private string Words(string what) => string.Create(CultureInfo.InvariantCulture, $"{what} {++said} de {person}");
}
