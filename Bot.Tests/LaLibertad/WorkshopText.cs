namespace AgaBot.Tests.LaLibertad;

/// <summary>The resumen of the workshop as text.</summary>
internal static class WorkshopText
{
    public static byte[] Bytes() => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "LaLibertad", "resumen-2016.txt"));

    public static string Read() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "LaLibertad", "resumen-2016.txt"));
}
