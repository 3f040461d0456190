namespace JoorBus.Inventory.Pushing;

/// <summary>How far a request has got.</summary>
internal enum PushStage
{
    Claimed,
    Sent,
}

/// <summary>Told at each stage; a test stops the worker there.</summary>
internal interface IPushStages
{
    Task ReachedAsync(PushStage stage);
}

/// <summary>Goes on.</summary>
internal sealed class NoPushStages : IPushStages
{
    public Task ReachedAsync(PushStage stage) => Task.CompletedTask;
}
