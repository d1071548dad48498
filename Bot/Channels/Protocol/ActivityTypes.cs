namespace AgaBot.Channels.Protocol;

/// <summary>The activity types that AgaBot handles. They are compared ordinally [A2011].</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
    public const string Typing = "typing";
}
