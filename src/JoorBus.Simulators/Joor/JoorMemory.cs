using JoorBus.Simulators.Keeping;

namespace JoorBus.Simulators.Joor;

/// <summary>From the accounts to the file and back.</summary>
internal static class JoorMemory
{
    public static void Restore(JoorAccounts accounts, string file)
    {
        foreach (var kept in KeptFile.Read<IReadOnlyList<KeptAccount>>(file) ?? [])
        {
            if (accounts.All.Find(account => account.Id == kept.AccountId) is not { } account)
                continue;
            lock (account.Gate)
            {
                account.Orders.Restore(kept.Orders);
                account.Inventory.Restore(kept.Stock);
            }
        }
    }

    public static Keeper Keep(JoorAccounts accounts, string file, TimeProvider time) => new(
        () => Sum(accounts, account => account.Orders.Steps + account.Inventory.LastRequest),
        () => KeptFile.Write(file, accounts.All.Select(Kept).ToList()),
        time);

    private static KeptAccount Kept(JoorAccount account)
    {
        lock (account.Gate)
            return new(account.Id, account.Orders.Kept, [.. account.Inventory.All]);
    }

    private static long Sum(JoorAccounts accounts, Func<JoorAccount, long> of)
    {
        var sum = 0L;
        foreach (var account in accounts.All)
        {
            lock (account.Gate)
                sum += of(account);
        }

        return sum;
    }
}
