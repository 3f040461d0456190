namespace JoorBus.Benchmarks.Twins;

/// <summary>The first thing that went wrong in any station; a twin dies of it, as a supervised process would, and starts again.</summary>
public sealed class PathFailure
{
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Task => _failed.Task;

    public void Watch(Task work) => _ = ObserveAsync(work);

    public void Report(Exception reason) => _failed.TrySetException(reason);

    /// <summary>For work called by the AMQP client, which would swallow the exception.</summary>
    public Func<T, Task> Guarding<T>(Func<T, Task> work) => async item =>
    {
        try
        {
            await work(item);
        }
        catch (Exception reason)
        {
            Report(reason);
            throw;
        }
    };

    private async Task ObserveAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
        catch (Exception reason)
        {
            Report(reason);
        }
    }
}
