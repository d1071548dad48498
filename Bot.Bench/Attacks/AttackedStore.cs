using System.Globalization;
using AgaBot.Bench.Faults;
using AgaBot.Reports.Recounts;

namespace AgaBot.Bench.Attacks;

/// <summary>The store of the attacked bot, on which the bot runs as <c>deploy/agabot.service</c> starts it.</summary>
internal sealed class AttackedStore(string folder)
{
    public const string AccessCode = "K7QX-9MPR-T4WZ-C2HD";

    /// <summary>The organisation type of the invented people at the mesas. Nobody else has it.</summary>
    public const string Absent = "sociedad-civil";

    /// <summary>What .NET takes at most as its heap under <c>MemoryMax=1G</c>: three quarters.</summary>
    private const string HeapLimit = "0x30000000";

    /// <summary>Maximum size of the store after a run, in bytes.</summary>
    private const long MostDisk = 1L << 30;

    public string Database { get; } = Path.Combine(folder, "attack.db");

    public static (string Key, string Value)[] Settings =>
        [
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("Bot__WebOnly", "true"),
            ("Coordinators__AccessCode", AccessCode),
            ("DOTNET_GCHeapHardLimit", HeapLimit),
        ];

    /// <summary>Bytes of all files.</summary>
    public long Size => new DirectoryInfo(folder).EnumerateFiles().Sum(static file => file.Length);

    /// <summary>Reads the store of the bot, which was stopped.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(IEnumerable<HonestPerson> people, CancellationToken cancellationToken)
    {
        List<string> faults = [];
        if (Size > MostDisk)
            faults.Add($"The store takes {Size >> 20} MB of the disk.");
        faults.AddRange(KeptSecrets.FilesWith(folder, AccessCode).Select(static file => $"The coordinators' code is in {file}."));
        await using var kept = new KeptState([("Storage__Sqlite__Path", Database)]);
        foreach (string receipt in people.SelectMany(static person => person.Receipts))
        {
            if (await kept.ProposalAsync(receipt, cancellationToken) is null)
                faults.Add($"The ficha {receipt} is lost.");
        }
        foreach (Drift drift in await kept.DriftsAsync(cancellationToken))
            faults.Add($"drift: {drift}");
        int absent = (await kept.CountsAsync(cancellationToken))
            .Participants.Where(static count => count.Key.OrganisationTypeId == Absent)
            .Sum(static count => count.Value);
        if (absent > 0)
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{absent} people who are not there are counted."));
        return faults;
    }
}
