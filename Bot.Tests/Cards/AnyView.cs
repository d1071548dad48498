using System.Collections.Immutable;
using AgaBot.Dialogs.Views;

namespace AgaBot.Tests.Cards;

/// <summary>Card views for every template, with all texts filled.</summary>
internal static class AnyView
{
    private static readonly CardOrigin Origin = new("ficha-7k2m", 3, "componente");
    private static readonly ImmutableArray<OfferView> Offers =
    [
        new("La acción 1 termina antes de empezar.", [new("Corregir", "corregir fila 1"), new("Dejar así", "dejar así")]),
    ];
    private static readonly NavigationView Navigation = new("Siguiente", "Atrás", "Saltar", "Ayuda");
    private static readonly ImmutableArray<CommandButton> Buttons = [new("Proponer", "proponer"), new("Avance", "avance")];
    private static readonly ImmutableArray<string> Headings = ["Acción", "Inicio", "Fin"];

    public static IEnumerable<CardView> All { get; } =
    [
        new WelcomeView
        {
            FallbackText = "Hola",
            Speak = "Hola",
            Lang = "es",
            Title = "Plan",
            Paragraphs = ["Elija", "Son diez minutos"],
            Ways = [new("Si trabaja en una entidad", "Proponer", "proponer")],
            MoreLabel = "Más",
            Buttons = Buttons,
            Language = new("English", "language"),
        },
        new MessageView
        {
            FallbackText = "Deshacer",
            Speak = "Deshacer",
            Lang = "es",
            Title = "Deshacer",
            Text = "¿Fue sin querer?",
            Buttons = Buttons,
        },
        new DraftsView
        {
            FallbackText = "Borradores",
            Speak = "Borradores",
            Lang = "es",
            Title = "Hola otra vez",
            Lines = [new("Le faltan 3 de 8", Buttons)],
            Buttons = Buttons,
        },
        new AnswersView
        {
            FallbackText = "Respuestas",
            Speak = "Respuestas",
            Lang = "es",
            Title = "Lo respondido",
            Session = "ficha-7k2m",
            Revision = 3,
            Lines = [new(1, "Componente", "Integridad pública", "Editar 1")],
            GoOnLabel = "Seguir",
            GoOnCommand = "seguir",
            DiscardLabel = "Descartar",
            DiscardCommand = "descartar",
        },
        new ConsentView
        {
            FallbackText = "¿Acepta?",
            Speak = "¿Acepta?",
            Lang = "es",
            Title = "Antes",
            Text = "¿Acepta?",
            Notice = "Nota",
            Origin = Origin,
            YesLabel = "Sí",
            NoLabel = "No",
            MoreLabel = "Aviso",
            More = ["Quién", "Qué"],
        },
        new ProfileView
        {
            FallbackText = "Sus datos",
            Speak = "Sus datos",
            Lang = "es",
            Title = "Sus datos",
            Text = "Una vez",
            Notice = "Gracias",
            Origin = Origin,
            Name = Field("nombre"),
            Organisation = Field("organizacion"),
            OrganisationType = Field("tipo"),
            Gender = Field("genero"),
            SendLabel = "Guardar",
        },
        .. new[] { "choice", "text", "list", "date", "plandate", "number", "yesno" }.Select(Question),
        new PairView
        {
            FallbackText = "¿Quién?",
            Speak = "¿Quién? ¿Quiénes más?",
            Lang = "es",
            Title = "Ficha",
            Progress = "5 y 6 de 8",
            Fields = [Field("responsable"), Field("corresponsables")],
            Notice = "No entendí",
            NoticeIsProblem = true,
            Offers = Offers,
            Origin = Origin,
            Navigation = Navigation,
        },
        new RowsView
        {
            FallbackText = "Acciones",
            Speak = "Acciones",
            Lang = "es",
            Title = "Ficha",
            Progress = "7 de 8",
            Label = "¿Qué acciones?",
            Hint = "Una a la vez",
            Notice = "Falta la acción",
            NoticeIsProblem = true,
            Offers = Offers,
            Origin = Origin,
            Headings = Headings,
            Rows =
            [
                new(1, "Simulacros", "Jun 2016", "Jun 2017", "Cambiar 1", "Quitar 1"),
                new(2, "Almacenes", "", "", "Cambiar 2", "Quitar 2"),
            ],
            Fields = [Field("accion"), Field("inicio"), Field("fin")],
            AddLabel = "Agregar",
            DoneLabel = "Listo",
            Navigation = Navigation,
        },
        new HeadCountView
        {
            FallbackText = "¿Quiénes?",
            Speak = "¿Quiénes?",
            Lang = "es",
            Title = "Mesa",
            Label = "¿Quiénes están?",
            Hint = "Cuéntelos",
            Notice = "Falta uno",
            NoticeIsProblem = true,
            Origin = Origin,
            Most = 500,
            ErrorMessage = "Un número",
            Groups = [new("m1.ficha-7k2m.3", "Municipios: mujeres", 1, "h1.ficha-7k2m.3", "Municipios: hombres", 7)],
            Navigation = Navigation,
        },
        new OneRowView
        {
            FallbackText = "Acción 2",
            Speak = "Acción 2",
            Lang = "es",
            Title = "Ficha",
            Label = "Acción 2",
            Notice = "Falta la acción",
            NoticeIsProblem = true,
            Offers = Offers,
            Origin = Origin,
            Number = 2,
            Fields = [Field("accion"), Field("inicio"), Field("fin")],
            SaveLabel = "Guardar",
            UpLabel = "Subir",
            DownLabel = "Bajar",
            RemoveLabel = "Quitar 2",
            KeepLabel = "Dejarla",
        },
        Review([new(1, "Componente", "Integridad pública", "Cambiar")], "Revise"),
        new AnsweredView
        {
            FallbackText = "¿Cuál?\nIntegridad",
            Speak = "¿Cuál? Integridad",
            Lang = "es",
            Title = "Ficha",
            Origin = Origin,
            Lines = [new("¿Cuál?", "Integridad pública")],
            EditLabel = "Editar 1",
            Number = 1,
        },
        new ConfirmView
        {
            FallbackText = "¿Cancelar?",
            Speak = "¿Cancelar?",
            Lang = "es",
            Text = "¿Cancelar?",
            Origin = Origin,
            YesLabel = "Sí",
            NoLabel = "No",
        },
        new PrivateChatView
        {
            FallbackText = "En privado",
            Speak = "En privado",
            Lang = "es",
            Text = "En privado",
            LinkLabel = "Abrir",
            Link = "https://teams.microsoft.com/l/chat/0/0?users=28:a&message=hola",
        },
        new ReceiptView
        {
            FallbackText = "Recibida",
            Speak = "Recibida",
            Lang = "es",
            Title = "Recibida",
            NumberLabel = "Número",
            Number = "482-716-4",
            Text = "Guárdelo",
            Next = "Se revisa",
            Buttons = Buttons,
        },
        new ProposalsView
        {
            FallbackText = "Mis fichas",
            Speak = "Mis fichas",
            Lang = "es",
            Title = "Mis fichas",
            MoreLabel = "Más",
            MoreCommand = "más",
            Lines =
            [
                new("482-716-4", "Enviada", "Simulacros", "", ""),
                new("borrador", "En la pregunta 3", "Almacenes", "Continuar", "continuar"),
            ],
        },
        new ReminderView
        {
            FallbackText = "Aún puede",
            Speak = "Aún puede",
            Lang = "es",
            Title = "Un borrador",
            Text = "Aún puede",
            Session = "ficha-7k2m",
            ResumeLabel = "Retomar",
            DiscardLabel = "Descartar",
            StopLabel = "No me recuerde más",
            StopCommand = "no me recuerde más",
        },
        new ProgressView
        {
            FallbackText = "Avance",
            Speak = "Avance",
            Lang = "es",
            Title = "Avance",
            AsOf = "Hoy",
            ComponentsTitle = "Componentes",
            ParticipantsTitle = "Participantes",
            ComponentHeadings = ["Componente", "Borradores", "Fichas", "Aportes"],
            ParticipantHeadings = ["Organización", "Participantes", "Mujeres", "Hombres"],
            Components = [new("Integridad pública", "0", "1", "0", false), new("Total", "0", "7", "3", true)],
            Participants = [new("Total", "60", "17", "43", true)],
            Apart = "Aparte: 12",
        },
        new ConsultationsView
        {
            FallbackText = "Consultas",
            Speak = "Consultas",
            Lang = "es",
            Title = "Consultas",
            Lines = [new(1, "¿Qué le pareció?", [], "Responder", "responder 1"), new(2, "¿Cuál?", [new("Integridad", "14")], "", "")],
        },
    ];

    public static ReviewView Review(ImmutableArray<ReviewLine> lines, string fallback) =>
        new()
        {
            FallbackText = fallback,
            Speak = "Revise su ficha.",
            Lang = "es",
            Title = "Ficha",
            Text = "Revise su ficha.",
            Notice = "Anotado.",
            Offers = Offers,
            Origin = Origin,
            Lines = lines,
            SendLabel = "Enviar",
            DetailsLabel = "Agregar detalles",
            CancelLabel = "Cancelar",
            CancelCommand = "cancelar",
            AdviceTitle = "Si le ayuda",
            Advice =
            [
                new(4, "Diga qué habrá al final.", "Editar 4", "Ignorar 4", "ignorar 4"),
                new(7, "Ponga una acción.", "Editar 7", "Ignorar", "ignorar 7"),
            ],
            SimilarTitle = "Parecidas",
            Similar =
            [
                new("Parecida 1: 482-716-4, suya", "Simulacros", "", "apoyar 1", "Sumar a 1", "sumar 1"),
                new("Parecida 2: 698-953-7, Defensa Civil", "Almacenes", "Apoyar 2", "apoyar 2", "Sumar a 2", "sumar 2"),
            ],
            PreviewLabel = "Como evaluador",
            PreviewCommand = "vista previa",
        };

    private static QuestionView Question(string kind) =>
        new(kind)
        {
            FallbackText = "¿Cuál?",
            Speak = "¿Cuál?",
            Lang = "es",
            Title = "Ficha",
            Progress = "1 de 8",
            Field = Field("componente"),
            Notice = "No entendí",
            NoticeIsProblem = true,
            Offers = Offers,
            Origin = Origin,
            Navigation = Navigation,
            CoversLabel = "¿Qué cubre?",
            CoversShown = true,
            YesLabel = "Sí",
            NoLabel = "No",
        };

    private static FieldView Field(string id) =>
        new(
            $"{id}.ficha-7k2m.3",
            "¿Cuál?",
            "Elija uno",
            "Por ejemplo: el primero",
            "",
            Required: true,
            "Elija uno.",
            MaxLength: 500,
            [new("Integridad pública", "integridad", "Prevenir la corrupción.")]
        );
}
