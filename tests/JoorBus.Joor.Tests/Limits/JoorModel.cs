namespace JoorBus.Joor.Tests.Limits;

/// <summary>JOOR's side as its guide describes it: a window that opens with the first request it receives, and refills at the next.</summary>
internal sealed class JoorModel(LimitPlan plan)
{
    private readonly int[] _atOnce = new int[plan.Groups];
    private DateTimeOffset _opened = DateTimeOffset.MinValue;

    /// <summary>Credits of each window so far.</summary>
    public List<int> Spent { get; } = [];

    public List<string> Faults { get; } = [];

    public void Receive(int credits, DateTimeOffset now)
    {
        if (now >= _opened + plan.Limits.Window)
        {
            _opened = now;
            Spent.Add(0);
        }
        Spent[^1] += credits;
        if (Spent[^1] > plan.Limits.CreditsPerWindow)
            Faults.Add($"window {Spent.Count} holds {Spent[^1]} credits at {now:mm:ss.fff}");
    }

    public void Begin(int group, DateTimeOffset now)
    {
        if (++_atOnce[group] > plan.Concurrency)
            Faults.Add($"group {group} has {_atOnce[group]} requests at once at {now:mm:ss.fff}");
    }

    public void End(int group) => _atOnce[group]--;
}
