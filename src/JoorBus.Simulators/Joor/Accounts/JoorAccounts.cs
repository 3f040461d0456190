namespace JoorBus.Simulators.Joor;

/// <summary>The accounts, and the tokens and users that reach them.</summary>
internal sealed class JoorAccounts
{
    public JoorAccounts(JoorSimulatorOptions options, TimeProvider time)
    {
        Users = new UserBook(options);
        foreach (var (index, given) in options.AllAccounts.Index())
        {
            if (All.Exists(known => known.Id == given.AccountId))
                throw new ArgumentException($"Account {given.AccountId} is there twice.", nameof(options));
            var account = new JoorAccount(given, index, options, time);
            All.Add(account);
            foreach (var token in given.Tokens)
                Tokens.Add(account, token);
            foreach (var user in given.Users)
                Users.Add(account, user);
        }
    }

    public List<JoorAccount> All { get; } = [];

    public TokenBook Tokens { get; } = new();

    public UserBook Users { get; }

    /// <summary>Requests under way at the same time over all accounts.</summary>
    public AtOnce UnderWay { get; } = new();

    public JoorAccount Get(string accountId) =>
        All.Find(account => account.Id == accountId) ?? throw new KeyNotFoundException($"There is no account {accountId}.");
}
