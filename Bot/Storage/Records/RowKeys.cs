using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgaBot.Consultations;
using AgaBot.Plans;

namespace AgaBot.Storage.Records;

/// <summary>
/// Where everything is kept. What a channel named (a person, a conversation) is hashed: such a name can be of any length,
/// could hold another's as its beginning, and is nobody's business who looks at keys.
/// </summary>
internal static class RowKeys
{
    /// <summary>In how many rows or partitions a count is kept, so that people who write at once seldom meet.</summary>
    public const int Shards = 16;

    public const string Person = "person";
    public const string LastConsultation = "qn";
    public const string LastMesa = "tn";
    public const string ResponseCounter = "n";

    public const string Logs = "log:";
    public const string Talks = "talk:";
    public const string Drafts = "d:";
    public const string Proposals = "f:";
    public const string Members = "m:";
    public const string Counters = "n:";
    public const string Consultations = "q:";
    public const string Mesas = "t:";
    public const string Responses = "a:";
    public const string Supports = "s:";
    public const string SupportCounts = "sn:";
    public const string AuditEntries = "e:";
    public const string AuditHeads = "h:";
    public const string Aliases = "p:";

    /// <summary>The audit log as versions before its chains wrote it, by time.</summary>
    public const string UnchainedAudit = "u:";

    public static string PlanPartition(Plan plan) => $"plan:{plan.Id}";

    public static string PersonPartition(ParticipantId participant) => $"who:{Hash(participant.Value)}";

    /// <summary>
    /// Only the page's conversations have a log, and their names are ours and short. What a channel named is looked for too, when somebody is
    /// erased or a conversation is too old: hashed where it does not fit, which Teams' names come near to.
    /// </summary>
    public static string LogPartition(string conversationId) =>
        Logs + (Logs.Length + conversationId.Length <= EntityLimits.MaxKeyLength ? conversationId : Hash(conversationId));

    public static string ResponsePartition(ConsultationId consultation, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"resp:{consultation.Value}:{shard:D2}");

    /// <summary>The partitions of the people whose key begins with the same two digits: 256 slices of about the same size.</summary>
    public static string PeopleSlice(int slice) => string.Create(CultureInfo.InvariantCulture, $"who:{slice:x2}");

    public static string Unsent(ParticipantId participant, string conversationId) => $"{UnsentOf(participant)}{Hash(conversationId)}";

    /// <summary>Begins the keys of the notes that replies to one person wait.</summary>
    public static string UnsentOf(ParticipantId participant) => $"{Hash(participant.Value)}:";

    public static string Talk(string conversationId) => $"{Talks}{Hash(conversationId)}";

    /// <summary>What the row of a file says of who sent it.</summary>
    public static string Owner(ParticipantId participant) => Hash(participant.Value);

    public static string Draft(ProposalId id) => $"{Drafts}{id.Value}";

    public static string Proposal(string receiptDigits) => $"{Proposals}{receiptDigits}";

    public static string Member(ParticipantId participant) => $"{Members}{Hash(participant.Value)}";

    public static string RoleGrant(ParticipantId participant, Role role) => $"{RoleGrants(participant)}{role}";

    /// <summary>Begins the keys of what one person supports.</summary>
    public static string SupportsOf(ParticipantId participant) => $"{Supports}{Hash(participant.Value)}:";

    public static string Support(ParticipantId participant, string receiptDigits) => $"{SupportsOf(participant)}{receiptDigits}";

    /// <summary>Begins the keys of the counts of one proposal's supports.</summary>
    public static string SupportCountsOf(string receiptDigits) => $"{SupportCounts}{receiptDigits}:";

    public static string SupportCount(string receiptDigits, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{SupportCountsOf(receiptDigits)}{shard:D2}");

    public static string Counter(int shard) => string.Create(CultureInfo.InvariantCulture, $"{Counters}{shard:D2}");

    public static string Consultation(ConsultationId id) => $"{Consultations}{id.Value}";

    public static string Response(ParticipantId participant) => $"{Responses}{Hash(participant.Value)}";

    /// <summary>Begins the keys of what one author submitted.</summary>
    public static string Author(ParticipantId author) => $"o:{Hash(author.Value)}:";

    public static string AuthorEntry(Proposal proposal) => NewestFirst(Author(proposal.Author), proposal);

    public static string Mesa(MesaId id) => $"{Mesas}{id.Value}";

    public static string MesaCode(string hash) => $"tc:{hash}";

    /// <summary>Begins the keys of the seats of one person.</summary>
    public static string SeatsOf(ParticipantId participant) => $"ts:{Hash(participant.Value)}:";

    public static string Seat(ParticipantId participant, MesaId mesa) => $"{SeatsOf(participant)}{mesa.Value}";

    /// <summary>Begins the keys of what a mesa sent.</summary>
    public static string ProposalsOf(MesaId mesa) => $"tp:{mesa.Value}:";

    public static string MesaEntry(MesaId mesa, Proposal proposal) => NewestFirst(ProposalsOf(mesa), proposal);

    /// <summary>In whose shard a mesa's people are counted: its own, whoever records for it.</summary>
    public static ParticipantId CountedWith(MesaId mesa) => new($"mesa:{mesa.Value}");

    /// <summary>Where the audit log's chain of this shard ends.</summary>
    public static string AuditHead(int shard) => string.Create(CultureInfo.InvariantCulture, $"{AuditHeads}{shard:D2}");

    /// <summary>Whether each change of a shard writes the row on: its counter, and the end of its chain.</summary>
    public static bool IsEndOfShard(string row) =>
        row.StartsWith(Counters, StringComparison.Ordinal) || row.StartsWith(AuditHeads, StringComparison.Ordinal);

    /// <param name="number">From 1, without gaps.</param>
    public static string AuditEntry(int shard, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{AuditEntries}{shard:D2}:{number:D12}");

    /// <summary>Where it stands what the audit log of a partition calls a person.</summary>
    public static string Alias(ParticipantId participant) => $"{Aliases}{Hash(participant.Value)}";

    /// <summary>What the audit log calls whoever was erased, or did not do what was done by themself.</summary>
    public static string HashOfNobody { get; } = Hash(ParticipantId.Nobody.Value);

    /// <summary>A key like that of a member or of a response, which leads to nobody.</summary>
    public static string Anonymous(string prefix) => $"{prefix}{Guid.NewGuid():N}";

    public static string RoleGrants(ParticipantId participant) => $"g:{Hash(participant.Value)}:";

    /// <summary>Says that an erasure is in the audit log.</summary>
    public static string Erasure(string id) => $"{AuditEntries}{id}";

    /// <summary>It stands beside the entries (<c>e:SS:N</c>), with no number, and is none.</summary>
    public static bool IsErasure(string row) =>
        row.StartsWith(AuditEntries, StringComparison.Ordinal) && row.IndexOf(':', AuditEntries.Length) < 0;

    /// <summary>The same on every machine and for ever: what a person wrote is counted where it was counted before.</summary>
    public static int Shard(ParticipantId participant) => HashBytes(participant.Value)[0] % Shards;

    /// <summary>Counts down with time, so that ordinal order is newest first.</summary>
    private static string NewestFirst(string prefix, Proposal proposal) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix}{DateTimeOffset.MaxValue.UtcTicks - proposal.SubmittedAt.UtcTicks:D19}:{proposal.Receipt.Digits}"
        );

    private static string Hash(string name) => Convert.ToHexStringLower(HashBytes(name).AsSpan(0, 16));

    private static byte[] HashBytes(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));
}
