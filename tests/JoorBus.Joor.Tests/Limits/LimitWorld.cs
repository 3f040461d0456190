using System.Globalization;

namespace JoorBus.Joor.Tests.Limits;

/// <summary>Clients, network and JOOR in virtual time; everything random follows from the plan's seed.</summary>
internal sealed class LimitWorld
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private readonly PriorityQueue<Action, (DateTimeOffset At, int Order)> _future = new();
    private readonly LimitPlan _plan;
    private readonly Random _random;
    private readonly LimitClient[] _clients;
    private readonly JoorGroupState[] _groups;
    private readonly HashSet<int> _dead = [];
    private JoorAccountState _account = new() { Key = "a" };
    private DateTimeOffset _now = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
    private int _order;
    private int _tickets;
    private int _holders;

    private LimitWorld(LimitPlan plan)
    {
        (_plan, _random, Joor) = (plan, new Random(plan.Seed), new JoorModel(plan));
        _clients = [.. Enumerable.Range(0, plan.Clients).Select(number => new LimitClient(number))];
        _groups = [.. Enumerable.Range(0, plan.Groups).Select(number => new JoorGroupState { Key = $"g{number}" })];
    }

    public JoorModel Joor { get; }

    public IReadOnlyList<LimitClient> Clients => _clients;

    /// <summary>Requests in the order they were granted.</summary>
    public List<JoorWaiter> Granted { get; } = [];

    public static LimitWorld Run(LimitPlan plan)
    {
        var world = new LimitWorld(plan);
        foreach (var client in world._clients)
            world.Live(client);
        if (plan.Deaths is { } deaths)
            world.In(deaths, () => world.Kill(deaths));
        var end = world._now + (plan.Windows * (plan.Limits.Window + plan.LongestDelay + plan.Limits.Lag));
        while (world._future.TryDequeue(out var next, out var due) && due.At < end)
        {
            world._now = due.At;
            next();
        }
        return world;
    }

    private void Live(LimitClient client)
    {
        client.Holder = ++_holders;
        Rest(client);
    }

    private void Rest(LimitClient client)
    {
        var turn = ++client.Turn;
        In(Upto(_plan.LongestPause), () => Unless(client, turn, () => Arrive(client)));
    }

    private void Arrive(LimitClient client)
    {
        var priority = _plan.WithPriorities ? (JoorPriority)_random.Next(4) : JoorPriority.OrderReading;
        client.Waiting = new JoorWaiter
        {
            Id = (++_tickets).ToString(CultureInfo.InvariantCulture),
            Holder = client.Holder,
            Connection = "c",
            Account = _account.Key,
            Group = $"g{client.Number % _plan.Groups}",
            Concurrency = _plan.Concurrency,
            Endpoint = _plan.WithEndpoints && _random.Next(2) == 0 ? $"e{_random.Next(3)}" : null,
            Credits = _random.Next(2) == 0 ? 1 : 5,
            Priority = priority,
            Arrived = _now,
            GivesUpAt = DateTimeOffset.MaxValue,
            LongestAttempt = _plan.LongestAttempt,
        };
        Ask(client, client.Turn);
    }

    private void Ask(LimitClient client, int turn)
    {
        if (client.Turn != turn || client.Waiting is not { } waiter)
            return;
        var (state, decision) = JoorLimiting.Enter(State(client), waiter, _plan.Limits, _now);
        if (decision is JoorLimitDecision.Wait && _dead.Count > 0)
            (state, decision) = JoorLimiting.Enter(JoorLimiting.Sweep(state, _dead, _plan.Limits, _now), waiter, _plan.Limits, _now);
        Keep(client, state);
        if (decision is JoorLimitDecision.Wait wait)
        {
            In((wait.Until - _now) ?? LookAgain, () => Ask(client, turn));
            return;
        }
        client.Waiting = null;
        client.LongestWait = client.LongestWait > _now - waiter.Arrived ? client.LongestWait : _now - waiter.Arrived;
        Granted.Add(waiter);
        Send(client, waiter);
    }

    private void Send(LimitClient client, JoorWaiter waiter)
    {
        var (turn, group) = (client.Turn, client.Number % _plan.Groups);
        if (_random.Next(100) < _plan.NeverSent)
        {
            In(Upto(_plan.LongestDelay), () => Unless(client, turn, () => Leave(client, waiter, new() { IsNeverSent = true })));
            return;
        }
        var isLost = _random.Next(100) < _plan.Lost;
        var isReceived = !isLost || _random.Next(2) == 0;
        if (isReceived)
            In(Delay(), () => Receive(client, turn, group, waiter, isLost));
        if (isLost)
            In(_random.Next(2) == 0 ? waiter.LongestAttempt : Upto(waiter.LongestAttempt), () => Unless(client, turn, () => Leave(client, waiter, new())));
    }

    private void Receive(LimitClient client, int turn, int group, JoorWaiter waiter, bool isLost)
    {
        Joor.Receive(waiter.Credits, _now);
        if (client.Turn != turn)
            return;
        Joor.Begin(group, _now);
        client.Abort = () => Joor.End(group);
        In(Upto(_plan.LongestDelay / 20), () => Unless(client, turn, () =>
        {
            client.Abort?.Invoke();
            client.Abort = null;
            if (!isLost)
                In(Delay(), () => Unless(client, turn, () => Leave(client, waiter, new() { IsAnswered = true })));
        }));
    }

    private void Leave(LimitClient client, JoorWaiter waiter, JoorPermitEnd end)
    {
        Stop(client);
        var state = JoorLimiting.Leave(State(client), waiter.Id, end, _plan.Limits, _now);
        Keep(client, state);
        client.Served++;
        foreach (var ready in JoorLimiting.Ready(state, _plan.Limits, _now))
        {
            if (_clients.FirstOrDefault(other => other.Waiting?.Id == ready.Id) is { } woken)
                In(Upto(_plan.LongestWaking), At(woken, woken.Turn));
        }
        Rest(client);
    }

    private Action At(LimitClient client, int turn) => () => Ask(client, turn);

    private void Kill(TimeSpan deaths)
    {
        var client = _clients[_random.Next(_clients.Length)];
        Stop(client);
        _dead.Add(client.Holder);
        client.Waiting = null;
        Live(client);
        In(Upto(2 * deaths), () => Kill(deaths));
    }

    private static void Stop(LimitClient client)
    {
        client.Abort?.Invoke();
        client.Abort = null;
        client.Turn++;
    }

    private JoorLimitState State(LimitClient client) => new(_account, _groups[client.Number % _plan.Groups]);

    private void Keep(LimitClient client, JoorLimitState state) => (_account, _groups[client.Number % _plan.Groups]) = (state.Account, state.Group);

    private void In(TimeSpan wait, Action what) => _future.Enqueue(what, (_now + wait, ++_order));

    private static void Unless(LimitClient client, int turn, Action what)
    {
        if (client.Turn == turn)
            what();
    }

    // Most are quick, some are not.
    private TimeSpan Delay() => _plan.LongestDelay * 0.45 * Math.Pow(_random.NextDouble(), 4);

    private TimeSpan Upto(TimeSpan most) => most * _random.NextDouble();
}
