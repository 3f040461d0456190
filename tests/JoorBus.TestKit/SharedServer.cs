namespace JoorBus.TestKit;

/// <summary>A server that all tests of this process share.</summary>
/// <param name="Kind">Where it runs, for people.</param>
/// <param name="CreateAsync">Creates an empty database, or virtual host, of this name; returns how to connect to it.</param>
public sealed record SharedServer(string Kind, Func<string, Task<string>> CreateAsync);
