using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgaBot.Consultations;
using AgaBot.Plans;

namespace AgaBot.Storage.Records;

/// <summary>
/// The keys of all partitions and rows. Names given by a channel (people, conversations) are hashed: such a name can have any length, can
/// be the prefix of another name, and must not be readable in keys.
/// </summary>
internal static class RowKeys
{
    /// <summary>The number of shards of a count, so that simultaneous writers seldom conflict.</summary>
    public const int Shards = 16;

    public const string Person = "person";
    public const string LastConsultation = "qn";
    public const string LastMesa = "tn";
    public const string Workshop = "w";
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
    public const string LinkMemories = "lm:";
    public const string LinkItems = "li:";
    public const string AuditEntries = "e:";
    public const string AuditHeads = "h:";
    public const string Aliases = "p:";

    /// <summary>The audit log of versions without chains, ordered by time.</summary>
    public const string UnchainedAudit = "u:";

    public static string PlanPartition(Plan plan) => $"plan:{plan.Id}";

    public static string PersonPartition(ParticipantId participant) => $"who:{Hash(participant.Value)}";

    /// <summary>
    /// Only conversations of the web page have a log; their ids are short. Ids of other channels are looked up as well, when a person is
    /// erased or a conversation expires: an id that does not fit into a key is hashed.
    /// </summary>
    public static string LogPartition(string conversationId) =>
        Logs + (Logs.Length + conversationId.Length <= EntityLimits.MaxKeyLength ? conversationId : Hash(conversationId));

    public static string ResponsePartition(ConsultationId consultation, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"resp:{consultation.Value}:{shard:D2}");

    /// <summary>The partitions of the people whose key begins with the same two digits: 256 slices of about the same size.</summary>
    public static string PeopleSlice(int slice) => string.Create(CultureInfo.InvariantCulture, $"who:{slice:x2}");

    public static string Unsent(ParticipantId participant, string conversationId) => $"{UnsentOf(participant)}{Hash(conversationId)}";

    /// <summary>The prefix of the keys of one person's unsent replies.</summary>
    public static string UnsentOf(ParticipantId participant) => $"{Hash(participant.Value)}:";

    public static string Talk(string conversationId) => $"{Talks}{Hash(conversationId)}";

    /// <summary>The sender in the row of a file.</summary>
    public static string Owner(ParticipantId participant) => Hash(participant.Value);

    public static string Draft(ProposalId id) => $"{Drafts}{id.Value}";

    public static string Proposal(string receiptDigits) => $"{Proposals}{receiptDigits}";

    public static string Member(ParticipantId participant) => $"{Members}{Hash(participant.Value)}";

    public static string RoleGrant(ParticipantId participant, Role role) => $"{RoleGrants(participant)}{role}";

    /// <summary>The prefix of the keys of one person's supports.</summary>
    public static string SupportsOf(ParticipantId participant) => $"{Supports}{Hash(participant.Value)}:";

    public static string Support(ParticipantId participant, string receiptDigits) => $"{SupportsOf(participant)}{receiptDigits}";

    /// <summary>The prefix of the keys of one proposal's support counts.</summary>
    public static string SupportCountsOf(string receiptDigits) => $"{SupportCounts}{receiptDigits}:";

    public static string SupportCount(string receiptDigits, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{SupportCountsOf(receiptDigits)}{shard:D2}");

    /// <summary>The digits of the receipt number in a key of <see cref="SupportCount"/>.</summary>
    public static string ReceiptOfSupportCount(string row) => row.Split(':')[1];

    public static string Counter(int shard) => string.Create(CultureInfo.InvariantCulture, $"{Counters}{shard:D2}");

    public static string Consultation(ConsultationId id) => $"{Consultations}{id.Value}";

    public static string Response(ParticipantId participant) => $"{Responses}{Hash(participant.Value)}";

    /// <summary>The prefix of the keys of one author's submitted proposals.</summary>
    public static string Author(ParticipantId author) => $"o:{Hash(author.Value)}:";

    public static string AuthorEntry(Proposal proposal) => NewestFirst(Author(proposal.Author), proposal);

    public static string Mesa(MesaId id) => $"{Mesas}{id.Value}";

    public static string Invitation(string hash) => $"gi:{hash}";

    public static string MesaCode(string hash) => $"tc:{hash}";

    /// <summary>The prefix of the keys of one person's seats.</summary>
    public static string SeatsOf(ParticipantId participant) => $"ts:{Hash(participant.Value)}:";

    public static string Seat(ParticipantId participant, MesaId mesa) => $"{SeatsOf(participant)}{mesa.Value}";

    /// <summary>The prefix of the keys of what is remembered of one person's links.</summary>
    public static string LinkMemoriesOf(ParticipantId to) => $"{LinkMemories}{Hash(to.Value)}:";

    public static string LinkMemory(ParticipantId to, ParticipantId from) => $"{LinkMemoriesOf(to)}{Hash(from.Value)}";

    /// <summary>The prefix of the keys of the rows that one link moves.</summary>
    public static string LinkItemsOf(ParticipantId to, ParticipantId from) => $"{LinkItemsOf(to)}{Hash(from.Value)}:";

    public static string LinkItemsOf(ParticipantId to) => $"{LinkItems}{Hash(to.Value)}:";

    public static string LinkItem(ParticipantId to, ParticipantId from, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{LinkItemsOf(to, from)}{number:D6}");

    /// <summary>The prefix of the keys of one mesa's proposals.</summary>
    public static string ProposalsOf(MesaId mesa) => $"tp:{mesa.Value}:";

    public static string MesaEntry(MesaId mesa, Proposal proposal) => NewestFirst(ProposalsOf(mesa), proposal);

    /// <summary>The people of a mesa are counted in the shard of the mesa, whoever its facilitator is.</summary>
    public static ParticipantId CountedWith(MesaId mesa) => new($"mesa:{mesa.Value}");

    /// <summary>The shard in which a proposal is counted as hidden. It depends on the receipt number and not on the author.</summary>
    public static ParticipantId CountedWith(ReceiptNumber receipt) => new($"hidden:{receipt.Digits}");

    /// <summary>The end of the audit log's chain of this shard.</summary>
    public static string AuditHead(int shard) => string.Create(CultureInfo.InvariantCulture, $"{AuditHeads}{shard:D2}");

    /// <summary>Whether the row changes with every change of a shard: its counter and the end of its chain.</summary>
    public static bool IsEndOfShard(string row) =>
        row.StartsWith(Counters, StringComparison.Ordinal) || row.StartsWith(AuditHeads, StringComparison.Ordinal);

    /// <param name="number">From 1, without gaps.</param>
    public static string AuditEntry(int shard, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{AuditEntries}{shard:D2}:{number:D12}");

    /// <summary>The row of a person's name in the audit log of a partition.</summary>
    public static string Alias(ParticipantId participant) => $"{Aliases}{Hash(participant.Value)}";

    /// <summary>The name in the audit log of an erased person, and of the author of an erasure.</summary>
    public static string HashOfNobody { get; } = Hash(ParticipantId.Nobody.Value);

    /// <summary>A random key in place of a participant's key, which leads to nobody.</summary>
    public static string Anonymous(string prefix) => $"{prefix}{Guid.NewGuid():N}";

    public static string RoleGrants(ParticipantId participant) => $"g:{Hash(participant.Value)}:";

    /// <summary>The row that records an erasure.</summary>
    public static string Erasure(string id) => $"{AuditEntries}{id}";

    /// <summary>An erasure is recorded beside the entries (<c>e:SS:N</c>) without a number, and is not an entry of a chain.</summary>
    public static bool IsErasure(string row) =>
        row.StartsWith(AuditEntries, StringComparison.Ordinal) && row.IndexOf(':', AuditEntries.Length) < 0;

    /// <summary>The shard of a participant never changes: stored counts depend on it.</summary>
    public static int Shard(ParticipantId participant) => HashBytes(participant.Value)[0] % Shards;

    /// <summary>Decreases with time, so that ordinal order is newest first.</summary>
    private static string NewestFirst(string prefix, Proposal proposal) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix}{DateTimeOffset.MaxValue.UtcTicks - proposal.SubmittedAt.UtcTicks:D19}:{proposal.Receipt.Digits}"
        );

    private static string Hash(string name) => Convert.ToHexStringLower(HashBytes(name).AsSpan(0, 16));

    private static byte[] HashBytes(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));
}
