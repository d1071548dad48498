using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AgaBot.Tests.Channels.Authentication;

/// <summary>Collects the log of the app, each line with its exception.</summary>
public sealed class WrittenLog : ILoggerProvider
{
    private readonly SemaphoreSlim written = new(0);

    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>Waits until a number of lines contain a text.</summary>
    public async Task WaitForAsync(string words, int times)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Lines.Count(line => line.Contains(words, StringComparison.Ordinal)) < times)
            await written.WaitAsync(patience.Token);
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose() => written.Dispose();

    private sealed class Logger(WrittenLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            log.Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
            log.written.Release();
        }
    }
}
