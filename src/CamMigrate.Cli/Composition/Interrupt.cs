namespace CamMigrate.Cli.Composition;

/// <summary>Ctrl-C once asks to stop after the write in hand; twice stops now.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource source;

    internal Interrupt(CancellationToken outer)
    {
        source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        Console.CancelKeyPress += OnCancel;
    }

    internal CancellationToken Token => source.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancel;
        source.Dispose();
    }

    private void OnCancel(object? sender, ConsoleCancelEventArgs e)
    {
        if (source.IsCancellationRequested) return;
        e.Cancel = true;
        Console.Error.WriteLine("Stopping after what is in hand. Ctrl-C again stops now.");
        source.Cancel();
    }
}
