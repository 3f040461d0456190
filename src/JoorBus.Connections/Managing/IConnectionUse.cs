namespace JoorBus.Connections.Managing;

/// <summary>Tells what hangs on a connection, so that it is not removed by mistake. Each slice that stores anything per connection gives one.</summary>
public interface IConnectionUse
{
    Task<ConnectionUse> OfAsync(string key, CancellationToken cancellationToken);
}

/// <summary>What one slice holds for a connection.</summary>
/// <param name="What">One word in the plural, such as <c>orders</c>; the word that removes the connection all the same.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Open">How many of them still wait for something.</param>
public sealed record ConnectionUse(string What, long Total, long Open);
