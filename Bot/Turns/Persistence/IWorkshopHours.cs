namespace AgaBot.Turns.Persistence;

public interface IWorkshopHours
{
    /// <summary>Whether a workshop takes place. Other instances notice a change within a minute.</summary>
    bool IsOpen(DateTimeOffset now);
}
