using System.Collections.Immutable;
using System.Globalization;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Views;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.Mesas;
using AgaBot.Tests.LaLibertad;
using AgaBot.Tests.Plans;
using AgaBot.Tests.Plans.DocumentImport;
using CsCheck;

namespace AgaBot.Tests.Dialogs;

/// <summary>Properties of the dialog under any inputs in any order.</summary>
public sealed class DialogProperties
{
    private const string Code = InMemoryDialog.AccessCode;

    private const int TurnsADay = 12;

    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.OneOfConst(
            "hola",
            "proponer",
            "presentarme",
            "Rosa, Agua, regional",
            "aporte",
            "detalles",
            "aporte 2",
            "siguiente",
            "documento",
            "documento 2",
            "ficha en blanco",
            "copia",
            "mis fichas",
            "más",
            "retomar",
            "retomar 2",
            "no me recuerde más",
            "recuérdeme",
            "consultas",
            "responder",
            "responder 1",
            "avance",
            "ayuda",
            "atrás",
            "saltar",
            "listo",
            "editar",
            "editar 2",
            "quitar 1",
            "cambiar 1",
            "cambiar fila 1 por ; 2019; 2016",
            "cambiar respuesta 8 por mayo 2016",
            "cambiar respuesta 2 por abierta",
            "cambiar respuesta 2 por opciones",
            "cambiar la 2",
            "editar fila 1",
            "editar siete",
            "quitar la última",
            "cambiar la última",
            "dejar así",
            "usar nombre 5",
            "usar nombre completo",
            "MININTER y PNP",
            "corregir fila 1",
            "subir 2",
            "bajar 1",
            "cancelar",
            "reiniciar",
            "ignorar 4",
            "ignorar",
            "vista previa",
            "apoyar",
            "apoyar 1",
            "apoyar 482-716-4",
            "retirar apoyo 1",
            "sumar 1",
            "enviar de todos modos",
            "responder 2",
            "la segunda",
            "enviar",
            "enviar",
            "idioma",
            "vincular",
            "mis datos",
            "corregir mis datos",
            "borrar mis datos",
            "borrar",
            "nueva consulta",
            "exportar",
            "mesa",
            "mesa",
            "editar mesa",
            "código",
            "cerrar mesa",
            "sociedad civil 3 mujeres 2 hombres",
            "asiento K7M4-9QPD",
            "seguir",
            "seguir 2",
            "ver lo respondido",
            "ver 1",
            "descartar",
            "descartar 2",
            "deshacer",
            "glosario",
            "aviso",
            "gracias",
            "El agua llega dos horas al día a mi barrio",
            "Propongo publicar los contratos en la web antes de julio de 2017",
            "como aporte",
            "propuesta",
            "no anotar",
            "dale",
            "quiero cambiar el objetivo",
            "ya revisaron mi ficha",
            "y ahora qué pasa",
            "cuándo me responden",
            "quién ve mis respuestas",
            "mi nombre sale publicado",
            "cuánto falta",
            "borra todo",
            "«gracias»",
            "adiós",
            "me equivoqué",
            "no entiendo",
            "idiota",
            "¿qué es mesa?",
            "¿qué es Comunidades seguras?",
            "¿qué es OCI?",
            "coordinador " + Code,
            "coordinador no",
            "sí",
            "sí",
            "no",
            "1",
            "2",
            "julio 2017",
            "cuando se pueda",
            "abierta",
            "opciones",
            "acción; Jun 2016; Jul 2017",
            "Sí\nNo",
            "«avance»",
            "Componente: 2\nPropuesta: un portal\nObjetivo: abrirlo",
            "1. 2\n2. un portal\n3. nadie lo ve",
            "\u202Eal revés 👩‍👩‍👧‍👦",
            "{0}",
            "{",
            new string('ñ', 5_000)
        ),
        Gen.String[0, 40]
    );

    /// <summary>A button of a card. If <c>Fits</c>, its session and revision are those of the open form.</summary>
    private static readonly Gen<(string Action, bool Fits, int Number, string Value)> Press = Gen.Select(
        Gen.OneOfConst(
            CardActions.Answer,
            CardActions.Answer,
            CardActions.Back,
            CardActions.Skip,
            CardActions.Help,
            CardActions.AddRow,
            CardActions.RemoveRow,
            CardActions.EditRow,
            CardActions.RowUp,
            CardActions.RowDown,
            CardActions.Done,
            CardActions.Edit,
            CardActions.Send,
            CardActions.Details,
            CardActions.Yes,
            CardActions.No,
            CardActions.Command,
            CardActions.Resume,
            CardActions.Discard,
            "otra"
        ),
        Gen.Bool,
        Gen.Int[-1, 12],
        Words
    );

    private static readonly Gen<SentFile> File = Gen.OneOfConst<SentFile>(
        new SentFile.Kept(new SentFileId("ficha")),
        new SentFile.Kept(new SentFileId("resumen")),
        new SentFile.Kept(new SentFileId("pdf")),
        new SentFile.Kept(new SentFileId("gone")),
        new SentFile.TooLarge(4_000_000),
        new SentFile.HostNotAllowed()
    );

    private static readonly Gen<object> Act = Gen.OneOf(
        Words.Select(words => (object)words),
        Words.Select(words => (object)words),
        Press.Select(press => (object)press),
        File.Select(file => (object)file)
    );

    private static readonly string[] ToTheFirstQuestion = ["presentarme", "sí", "Ana", "Agua", "regional", "saltar", "proponer"];

    /// <summary>
    /// How far somebody has come before anything may be said: by chance few get to a table, a review or a consultation's options.
    /// </summary>
    private static readonly Gen<string[]> Begun = Gen.OneOfConst<string[]>(
        [],
        [.. ToTheFirstQuestion, "2", "Un portal", "saltar", "saltar", "MININTER", "saltar", "Comprar; Jun 2016; Jul 2017"],
        [.. ToTheFirstQuestion, "2", "Un portal", "enviar"],
        ["coordinador " + Code, "nueva consulta", "¿Qué falta?", "opciones"],
        ["coordinador " + Code, "nueva consulta", "¿Qué falta?", "abierta", "enviar", "responder 1", "sí"],
        [.. ToTheFirstQuestion, "2", "Un portal", "enviar", "enviar", "borrar mis datos"],
        [.. ToTheFirstQuestion[..^1], "aporte 2", "Otro portal", "detalles", "nadie lo ve", "saltar"],
        ["aporte", "sí", "Otro portal", "enviar", "Rosa"],
        ["mesa", "sí", "sociedad civil 3 mujeres 2 hombres"]
    );

    /// <summary>What another person did before: a similar proposal, and a consultation with options.</summary>
    private static readonly string[] DoneByAnother =
    [
        .. ToTheFirstQuestion,
        "2",
        "Un portal",
        "nadie lo ve",
        "enviar",
        "enviar",
        "coordinador " + Code,
        "nueva consulta",
        "¿Cuál?",
        "opciones",
        "Agua\nLuz",
        "enviar",
    ];

    [Fact]
    public Task Every_turn_is_answered_and_decided_again_alike() =>
        Gen.Select(Begun, Act.Array[1, 40], Gen.OneOfConst("es", "en"), Gen.Bool)
            .SampleAsync(
                async talk =>
                {
                    object[] acts = [.. talk.Item1, .. talk.Item2];
                    var records = new InMemoryPlan();
                    IDialog dialog = Build(records);
                    if (talk.Item4)
                        await PlayAsync(dialog, records, "another", DoneByAnother);
                    var state = new DialogState(ParticipantState.Unknown(new ParticipantId("p")), ConversationState.New(talk.Item3));
                    for (int turn = 0; turn < acts.Length; turn++)
                    {
                        TurnInput input = Hear(state, acts[turn], turn);
                        Decision decision = await DecideAsync(dialog, state, input);

                        // The reply to an erasure is sent after the erasure.
                        Assert.True(decision.Erase || !decision.Replies.IsEmpty);
                        Assert.All(decision.Replies, reply => Assert.NotEmpty(reply.Text));
                        Assert.All(
                            decision.Replies,
                            reply => Assert.True(reply.Card is null || CardViewJson.Write(reply.Card).Length < 28_000)
                        );
                        Assert.True(decision.State.Conversation.ActiveForm is not null || decision.State.Conversation.Pending is null);
                        Assert.True(decision.State.Participant.Profile is null || decision.State.Participant.ConsentedOn is not null);
                        Assert.True(decision.State.Drafts.Length <= 10);
                        // A failed attempt is counted, and a link code is random.
                        string said = acts[turn] is (string, bool, int, string pressed) ? pressed : acts[turn] as string ?? "";
                        if (
                            said is not ("coordinador no" or "asiento K7M4-9QPD")
                            && decision.Link is null
                            && !decision.PlanChanges.Any(change => change is MesaOpened or MesaCodeDrawn)
                        )
                            Assert.Equal(
                                decision.Replies.Select(reply => reply.Text),
                                (await DecideAsync(dialog, state, input)).Replies.Select(reply => reply.Text)
                            );
                        records.Apply(decision);
                        state = decision.State;
                    }
                },
                iter: 200
            );

    /// <summary>One word restores every answer, however it was discarded.</summary>
    [Fact]
    public Task Undoing_brings_back_every_answer() =>
        Gen.Select(Words.Array[1, 20], Gen.OneOfConst("cancelar", "descartar", "reiniciar"))
            .SampleAsync(
                async walk =>
                {
                    IDialog dialog = Build(new InMemoryPlan());
                    var state = new DialogState(
                        new ParticipantState(
                            new Participant(
                                new ParticipantId("p"),
                                DateTimeOffset.UnixEpoch,
                                new Profile("Ana", "Agua", "regional", null),
                                []
                            ),
                            []
                        ),
                        ConversationState.New("es")
                    );
                    int turn = 0;
                    foreach (string said in walk.Item1.Prepend("proponer"))
                        await SayAsync(said);
                    if (
                        state.Conversation.ActiveForm is not Proposing { Draft: var id }
                        || state.Drafts.Single(draft => draft.Id == id).Session is not { IsEmpty: false } before
                    )
                        return;

                    foreach (string said in (string[])[walk.Item2, "sí", "deshacer"])
                        await SayAsync(said);

                    AgaBot.Forms.Walking.FormSession after = state
                        .Drafts.Single(draft => state.Conversation.ActiveForm is Proposing now && now.Draft == draft.Id)
                        .Session;
                    Assert.Equal(before.Answers, after.Answers);
                    Assert.Equal(before.At is FormPosition.Confirming asked ? asked.From : before.At, after.At);

                    async Task SayAsync(string said) =>
                        state = (
                            await DecideAsync(dialog, state, Hear(state, said, turn++) with { Today = new DateOnly(2016, 5, 11) })
                        ).State;
                },
                iter: 200
            );

    private static async Task PlayAsync(IDialog dialog, InMemoryPlan records, string who, string[] says)
    {
        var state = new DialogState(ParticipantState.Unknown(new ParticipantId(who)), ConversationState.New("es"));
        for (int turn = 0; turn < says.Length; turn++)
        {
            Decision decision = await DecideAsync(dialog, state, Hear(state, says[turn], turn));
            records.Apply(decision);
            state = decision.State;
        }
        Assert.Null(state.Conversation.ActiveForm);
    }

    private static IDialog Build(InMemoryPlan records) => InMemoryDialog.Build(SmallPlan.Plan, records, new SentFiles());

    private static Task<Decision> DecideAsync(IDialog dialog, DialogState state, TurnInput input) =>
        dialog.DecideAsync(state, input, CancellationToken.None).AsTask();

    private static TurnInput Hear(DialogState state, object act, int turn) =>
        new(
            act switch
            {
                SentFile file => new UserInput.Sent(file),
                (string action, bool fits, int number, string value) => new UserInput.Pressed(Submit(state, action, fits, number, value)),
                _ => new UserInput.Typed((string)act),
            },
            string.Create(CultureInfo.InvariantCulture, $"turn-{turn}"),
            new DateOnly(2016, 5, 11).AddDays(turn / TurnsADay),
            DateTimeOffset.UnixEpoch.AddMinutes(turn)
        );

    private static CardSubmit Submit(DialogState state, string action, bool fits, int number, string value)
    {
        AgaBot.Forms.Walking.FormSession? session = state.OpenSession;
        string? question = (session?.At as AgaBot.Forms.Walking.FormPosition.Asking)?.QuestionId;
        ImmutableSortedDictionary<string, string> values = ImmutableSortedDictionary
            .Create<string, string>(StringComparer.Ordinal)
            .Add(question ?? "accion", value);
        return fits && session is not null
            ? new CardSubmit(
                action,
                session.Id,
                session.Revision,
                question,
                number,
                value,
                action == CardActions.AddRow ? values.SetItem("accion", value) : values
            )
            : new CardSubmit(action, value, number, value, number, value, values);
    }

    private sealed class SentFiles : ISentFiles
    {
        private static readonly byte[] Ficha = new PaperForm(Workshop.Load().Fichas[0]).ToWord();
        private static readonly byte[] Resumen = ResumenInWord.Of(Workshop.Load());

        public ValueTask<ReadOnlyMemory<byte>?> FindAsync(SentFileId id, CancellationToken cancellationToken) =>
            ValueTask.FromResult<ReadOnlyMemory<byte>?>(
                id.Value switch
                {
                    "ficha" => Ficha,
                    "resumen" => Resumen,
                    "pdf" => "%PDF-1.7 una ficha"u8.ToArray(),
                    _ => null,
                }
            );
    }
}
