namespace JoorBus.Persistence.Committing;

/// <summary>
/// Lets the units of one process work on a document one after the other, so that they seldom meet a newer version.
/// Correctness rests on the version alone: another process may change the document at any time.
/// </summary>
internal sealed class DocumentGates
{
    private const int Stripes = 4096;
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<SemaphoreSlim> EnterAsync(Guid id, CancellationToken cancellationToken)
    {
        var gate = gates[(uint)id.GetHashCode() % Stripes];
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return gate;
    }
}
