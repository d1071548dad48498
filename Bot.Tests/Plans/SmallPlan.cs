using AgaBot.Plans;

namespace AgaBot.Tests.Plans;

/// <summary>A plan of two components.</summary>
public static class SmallPlan
{
    public static Plan Plan { get; } =
        new(
            "prueba",
            "Plan de prueba",
            "Trujillo",
            new DateOnly(2016, 1, 1),
            new DateOnly(2017, 12, 31),
            "la Gerencia",
            [
                new Component("seguras", "Comunidades seguras", ["seguridad"], "Vivir sin miedo.") { Example = "Serenazgo en cada barrio" },
                new Component("servicios", "Mejora de los servicios", [], "Atender mejor."),
            ],
            [
                new OrganisationType("regional", "Gobierno Regional", "Regional government", []),
                new OrganisationType("academia", "Sector Académico", "Academia", ["universidad"]),
            ]
        )
        {
            Glossary = new Glossary([
                new GlossaryEntry(["mesa"], ["table"], new PlanText("Un grupo que trabaja junto.", "A group that works together.")),
            ]),
        };
}
