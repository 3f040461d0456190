namespace JoorBus.Contracts.Tests;

public sealed class Messages : TheoryData<Type>
{
    public Messages() => AddRange([.. MessageTypes.All]);
}
