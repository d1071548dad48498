namespace AgaBot.Bench.Turns;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("agabot-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
