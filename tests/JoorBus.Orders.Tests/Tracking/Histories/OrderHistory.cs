using JoorBus.Contracts.Orders;
using JoorBus.Orders.Tracking;

namespace JoorBus.Orders.Tests.Tracking.Histories;

/// <summary>One order from its approval to rest: JOOR changes it, messages cross each other, the warehouse answers. All by the seed.</summary>
internal sealed class OrderHistory
{
    private readonly OrderMachine machine;
    private readonly Random random;
    private readonly OrderPlan plan;
    private readonly Guid orderId;
    private readonly WarehouseModel warehouse;
    private readonly InFlight inFlight;
    private readonly List<string> trace = [];
    private int announced;
    private int now;

    public OrderHistory(OrderMachine machine, int seed)
    {
        this.machine = machine;
        Seed = seed;
        random = new Random(seed);
        plan = OrderPlan.By(random);
        orderId = OrderIds.Order(OrderSamples.Connection, $"{seed}");
        warehouse = new WarehouseModel(orderId, plan);
        inFlight = new InFlight(random);
    }

    public int Seed { get; }

    public int Steps => now;

    /// <summary>Runs to rest; returns what is wrong then, or null.</summary>
    public async Task<string?> RunAsync()
    {
        while (announced < plan.Newest || !inFlight.IsEmpty)
        {
            now++;
            switch (random.Next(10))
            {
                case 0 or 1 when announced < plan.Newest:
                    Announce();
                    break;
                case 2 when plan.Ships && warehouse.Ship() is { } shipped:
                    trace.Add("the warehouse ships");
                    inFlight.Add(Destination.Tracking, shipped, now);
                    break;
                default:
                    await DeliverAsync();
                    break;
            }
        }

        return Fault() is { } fault
            ? $"seed {Seed}: {fault}\n  refused: {string.Join(", ", plan.Refused)}\n  {string.Join("\n  ", trace)}"
            : null;
    }

    private void Announce()
    {
        var revision = ++announced;
        var order = OrderSamples.AnOrder($"{Seed}", quantity: revision);
        object message = revision == 1
            ? new JoorOrderReceived { OrderId = orderId, Connection = OrderSamples.Connection, Revision = 1, ReceivedAt = default, Order = order }
            : plan.IsCancellation(revision)
                ? new JoorOrderCancelled { OrderId = orderId, Connection = OrderSamples.Connection, Revision = revision, ReceivedAt = default, JoorOrderId = order.JoorOrderId }
                : new JoorOrderAmended { OrderId = orderId, Connection = OrderSamples.Connection, Revision = revision, ReceivedAt = default, Order = order };
        trace.Add($"JOOR: {message.GetType().Name} {revision}");
        if (revision == 1)
            inFlight.Add(Destination.Translating, message, now);
        inFlight.Add(Destination.Tracking, message, now);
    }

    private async Task DeliverAsync()
    {
        if (inFlight.Take(now) is not { } flight)
            return;
        if (flight.To == Destination.Warehouse)
        {
            var answer = warehouse.Receive(flight.Message);
            trace.Add($"warehouse gets {WarehouseModel.Describe(flight.Message)}, answers {answer.GetType().Name}");
            inFlight.Add(Destination.Tracking, answer, now);
            return;
        }

        try
        {
            var commands = flight.To == Destination.Tracking
                ? await machine.TrackAsync(orderId, flight.Message)
                : await machine.TranslateAsync(orderId, (JoorOrderReceived)flight.Message);
            trace.Add($"{flight.To} gets {flight.Message.GetType().Name}, sends {string.Join(" and ", commands.Select(WarehouseModel.Describe))}; {machine.Find(orderId)?.CurrentState}");
            foreach (var command in commands)
            {
                warehouse.NoteSent(command);
                inFlight.Add(Destination.Warehouse, command, now);
            }
        }
        catch (OrderNotKnownException)
        {
            inFlight.Add(flight.To, flight.Message, now);
        }
    }

    private string? Fault()
    {
        if (warehouse.Mistakes.Count > 0)
            return warehouse.Mistakes[0];
        var order = machine.Find(orderId)!;
        var state = ReferenceModel.EndState(plan, warehouse.HasShipped, warehouse.Held);
        if (order.CurrentState != state)
            return $"ends {order.CurrentState}, not {state}";
        if (order.Waiting is not null)
            return $"revision {order.Waiting.Revision} waits for ever";
        var needsPerson = ReferenceModel.NeedsPerson(plan, warehouse.Held);
        return order.HeldReason is not null == needsPerson
            ? null
            : $"{state}, the warehouse has revision {warehouse.Held} of {plan.Newest}, held for '{order.HeldReason}', which should {(needsPerson ? "say why" : "be empty")}";
    }
}
