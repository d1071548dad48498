using System.Text;
using AgaBot.Commands;
using AgaBot.Consultations;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Storage;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Records.Consultations;
using AgaBot.Storage.Records.Erasures;
using AgaBot.Storage.Records.Linking;
using AgaBot.Storage.Shapes;
using AgaBot.Tests.Plans;
using AgaBot.Tests.Storage.Records;

namespace AgaBot.Tests.Storage.Auditing;

/// <summary>Changes to the audit log by somebody who can write into the store are found and named.</summary>
public sealed class AuditTests : RecordsTests
{
    private const string Plan = "plan:prueba";

    private static readonly ParticipantId Ana = new("ana");

    private static readonly string Chain = AuditChain.Name(Plan, RowKeys.Shard(Ana));

    [Fact]
    public async Task An_empty_log_holds()
    {
        await Store.CheckAsync(None);

        Assert.Equal((0, "0 entries in 0 chains hold; 0 chains are broken"), await VerifiedAsync());
    }

    [Fact]
    public async Task Every_change_of_a_plan_and_of_a_consultation_is_in_a_chain_that_holds()
    {
        await FillAsync(5);
        var consultations = new ConsultationLedger(Store, SmallPlan.Plan, TimeProvider.System);
        var consultation = new Consultation(new ConsultationId("c"), 0, "¿Qué primero?", [], Ana, Day);
        await consultations.ApplyAsync(new ConsultationOpened(consultation), None);
        await consultations.ApplyAsync(
            new ConsultationResponded(new ConsultationResponse(consultation.Id, Ana, new Answer.Text("Agua"), Day), consultation),
            None
        );

        Assert.Equal((0, "7 entries in 2 chains hold; 0 chains are broken"), await VerifiedAsync());
    }

    [Fact]
    public async Task Many_who_write_at_once_through_two_instances_leave_every_entry_in_its_chain()
    {
        PlanLedger[] instances = [LedgerOf(SmallPlan.Plan), LedgerOf(SmallPlan.Plan)];
        await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(number =>
                    instances[number % 2]
                        .ApplyAsync(
                            new DraftPlaced(new ProposalId($"d{number}"), ProposalKind.Ficha, new ParticipantId($"p{number % 40}"), null),
                            Day,
                            None
                        )
                        .AsTask()
                )
        );

        int chains = Enumerable.Range(0, 40).Select(person => RowKeys.Shard(new ParticipantId($"p{person}"))).Distinct().Count();
        Assert.Equal((0, $"200 entries in {chains} chains hold; 0 chains are broken"), await VerifiedAsync());
    }

    [Fact]
    public async Task An_entry_says_who_by_a_name_that_was_drawn_for_them_and_by_nothing_that_can_be_computed()
    {
        await FillAsync(2);

        StoredAlias alias = StoredRow.Read(Assert.Single(await RowsAsync(Plan, RowKeys.Aliases)), StoredRow.Json.StoredAlias);
        StoredAuditEntry[] entries =
        [
            .. (await RowsAsync(Plan, RowKeys.AuditEntries)).Select(row => StoredRow.Read(row, StoredRow.Json.StoredAuditEntry)),
        ];

        Assert.Equal([alias.Name, alias.Name], entries.Select(entry => entry.Who));
        Assert.DoesNotContain(
            entries,
            entry => RowKeys.Alias(Ana).Contains(entry.Who, StringComparison.Ordinal) || entry.Who.Contains("ana", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Two_people_of_one_change_are_called_by_two_names_also_where_an_instance_drew_one_before()
    {
        var page = new ParticipantId("webchat:ana");
        await LedgerOf(SmallPlan.Plan).ApplyAsync(new ParticipantRegistered(Ana, "regional", Gender.Woman), Day, None);

        await new LinkLedger(Store, SmallPlan.Plan, TimeProvider.System).MoveAsync(page, Ana, [], Day, None);

        StoredAuditEntry linked = (await RowsAsync(Plan, RowKeys.AuditEntries))
            .Select(row => StoredRow.Read(row, StoredRow.Json.StoredAuditEntry))
            .Single(entry => entry.What == "participant-linked");
        Assert.Equal((await NameOfAsync(page), await NameOfAsync(Ana)), (linked.Subject, linked.Who));
        Assert.NotEqual(linked.Subject, linked.Who);
    }

    [Fact]
    public async Task An_erasure_leaves_chains_that_hold()
    {
        await FillAsync(2);

        await new ErasureLedger(Store, SmallPlan.Plan, TimeProvider.System).EraseAsync([Ana], [], "0123456789abcdef", Day, None);

        Assert.Equal((0, "3 entries in 2 chains hold; 0 chains are broken"), await VerifiedAsync());
    }

    [Fact]
    public async Task A_changed_entry_is_named()
    {
        await FillAsync(5);
        await ChangeAsync(3, row => row.Replace("draft-placed", "draft-discarded", StringComparison.Ordinal));

        await AssertBrokenAsync(3, "it was changed or put in");
    }

    [Fact]
    public async Task An_entry_that_cannot_be_read_is_named()
    {
        await FillAsync(5);
        await ChangeAsync(2, static _ => "nada");

        await AssertBrokenAsync(2, "it cannot be read");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_removed_entry_is_named(int number)
    {
        await FillAsync(5);
        await DeleteAsync(RowKeys.AuditEntry(RowKeys.Shard(Ana), number));

        await AssertBrokenAsync(number, "it was removed");
    }

    [Fact]
    public async Task Two_entries_in_each_others_place_are_named()
    {
        await FillAsync(5);
        string second = await ReadAsync(2),
            fourth = await ReadAsync(4);
        await ChangeAsync(2, _ => fourth);
        await ChangeAsync(4, _ => second);

        await AssertBrokenAsync(2, "entry 4 stands in its place");
    }

    [Fact]
    public async Task An_entry_put_in_behind_the_end_is_named()
    {
        await FillAsync(5);
        StoredAuditEntry last = StoredRow.Read(
            (await Store.GetAsync(Plan, RowKeys.AuditEntry(RowKeys.Shard(Ana), 5), None))!,
            StoredRow.Json.StoredAuditEntry
        );
        StoredAuditEntry more = last with { N = 6 };
        await InsertAsync(
            RowKeys.AuditEntry(RowKeys.Shard(Ana), 6),
            StoredRow.Write(more with { Hash = AuditChain.Hash(last.Hash, Chain, more) }, StoredRow.Json.StoredAuditEntry)
        );

        await AssertBrokenAsync(6, "behind the end");
    }

    [Fact]
    public async Task An_entry_under_a_key_between_two_is_named()
    {
        await FillAsync(5);
        await InsertAsync($"{RowKeys.AuditEntry(RowKeys.Shard(Ana), 3)}a", Encoding.UTF8.GetBytes(await ReadAsync(3)));

        await AssertBrokenAsync(4, "no entry's");
    }

    [Fact]
    public async Task A_chain_without_its_head_is_named()
    {
        await FillAsync(5);
        await DeleteAsync(RowKeys.AuditHead(RowKeys.Shard(Ana)));

        await AssertBrokenAsync(5, "its head was removed");
    }

    [Fact]
    public async Task A_chain_written_anew_holds_in_itself_and_not_against_a_seal()
    {
        await FillAsync(5);
        string seal = (await new AuditVerification(Scan).RunAsync(null, None)).Ends.ToText();
        await FillAsync(3, from: 5);
        Assert.Empty((await VerifyAgainstAsync(seal)).Broken);

        await WriteAnewAsync(from: 4, what: "nothing-happened");

        Assert.Equal((0, "8 entries in 1 chains hold; 0 chains are broken"), await VerifiedAsync());
        Assert.StartsWith(
            $"{Chain}, entry 5: it is not the entry that was sealed",
            Assert.Single((await VerifyAgainstAsync(seal)).Broken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_chain_that_is_gone_with_its_head_is_missed_by_a_seal()
    {
        await FillAsync(5);
        string seal = (await new AuditVerification(Scan).RunAsync(null, None)).Ends.ToText();
        for (int number = 1; number <= 5; number++)
            await DeleteAsync(RowKeys.AuditEntry(RowKeys.Shard(Ana), number));
        await DeleteAsync(RowKeys.AuditHead(RowKeys.Shard(Ana)));

        Assert.StartsWith(
            $"{Chain}, entry 1: it was removed",
            Assert.Single((await VerifyAgainstAsync(seal)).Broken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Entries_of_an_earlier_version_are_counted_and_break_nothing()
    {
        await InsertAsync(
            "u:0635987628000000000:draft-placed:0123456789abcdef0123456789abcdef:1",
            """{"v":1,"what":"draft-placed","subject":"d","who":"ana","at":"2016-05-11T09:00:00-05:00"}"""u8.ToArray()
        );
        await FillAsync(2);

        Assert.Equal(
            (
                0,
                "2 entries in 1 chains hold; 0 chains are broken\n1 entries are of an earlier version and have no hashes: "
                    + "nothing is said of them"
            ),
            await VerifiedAsync()
        );
    }

    [Fact]
    public void What_is_no_seal_is_not_taken_for_one() => Assert.Null(AuditSeal.Read("una lista de compras"));

    private IEntityScan Scan => (IEntityScan)Store;

    private async Task FillAsync(int drafts, int from = 0)
    {
        for (int number = from; number < from + drafts; number++)
            await LedgerOf(SmallPlan.Plan)
                .ApplyAsync(new DraftPlaced(new ProposalId($"d{number}"), ProposalKind.Ficha, Ana, null), Day, None);
    }

    /// <summary>A change by somebody who knows how the log is written.</summary>
    private async Task WriteAnewAsync(int from, string what)
    {
        int shard = RowKeys.Shard(Ana);
        string hash = AuditChain.Beginning;
        Entity head = (await Store.GetAsync(Plan, RowKeys.AuditHead(shard), None))!;
        long last = StoredRow.Read(head, StoredRow.Json.StoredAuditHead).Last;
        for (int number = 1; number <= last; number++)
        {
            string row = RowKeys.AuditEntry(shard, number);
            StoredAuditEntry entry = StoredRow.Read((await Store.GetAsync(Plan, row, None))!, StoredRow.Json.StoredAuditEntry);
            if (number >= from)
            {
                entry = entry with { What = what };
                entry = entry with { Hash = AuditChain.Hash(hash, Chain, entry) };
                await OverwriteAsync(Plan, row, Encoding.UTF8.GetString(StoredRow.Write(entry, StoredRow.Json.StoredAuditEntry)));
            }

            hash = entry.Hash;
        }

        await OverwriteAsync(
            Plan,
            RowKeys.AuditHead(shard),
            Encoding.UTF8.GetString(StoredRow.Write(new StoredAuditHead(1, last, hash), StoredRow.Json.StoredAuditHead))
        );
    }

    private async Task<string> ReadAsync(int number) =>
        Encoding.UTF8.GetString((await Store.GetAsync(Plan, RowKeys.AuditEntry(RowKeys.Shard(Ana), number), None))!.Value.Span);

    private async Task ChangeAsync(int number, Func<string, string> change) =>
        await OverwriteAsync(Plan, RowKeys.AuditEntry(RowKeys.Shard(Ana), number), change(await ReadAsync(number)));

    private async Task DeleteAsync(string row) =>
        Assert.IsType<WriteOutcome.Written>(
            await Store.WriteAsync(Plan, [new EntityWrite.Delete(row, (await Store.GetAsync(Plan, row, None))!.ETag)], None)
        );

    private async Task InsertAsync(string row, byte[] value) =>
        Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(Plan, [new EntityWrite.Insert(row, value)], None));

    private async Task AssertBrokenAsync(int number, string why)
    {
        (int exitCode, string output) = await VerifiedAsync();

        Assert.Equal(ExitCode.Fault, exitCode);
        Assert.StartsWith($"{Chain}, entry {number}: ", output, StringComparison.Ordinal);
        Assert.Contains(why, output.Split('\n')[0], StringComparison.Ordinal);
    }

    private ValueTask<AuditReport> VerifyAgainstAsync(string seal) => new AuditVerification(Scan).RunAsync(AuditSeal.Read(seal), None);

    private async Task<(int ExitCode, string Output)> VerifiedAsync()
    {
        using var output = new StringWriter { NewLine = "\n" };
        int exitCode = await new AuditVerifyCommand(new AuditVerification(Scan), Inspection).RunAsync([], output, None);
        return (exitCode, output.ToString().TrimEnd());
    }

    private async Task<string> NameOfAsync(ParticipantId person) =>
        StoredRow.Read((await Store.GetAsync(Plan, RowKeys.Alias(person), None))!, StoredRow.Json.StoredAlias).Name;
}
