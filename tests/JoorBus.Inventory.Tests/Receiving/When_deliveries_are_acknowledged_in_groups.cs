using JoorBus.Inventory.Receiving;

namespace JoorBus.Inventory.Tests.Receiving;

public sealed class When_deliveries_are_acknowledged_in_groups
{
    private const int Histories = 500;
    private readonly AcknowledgementLedger _ledger = new(mostHeld: 3);

    [Fact]
    public void Should_tell_of_many_with_one_frame()
    {
        Done(1, 2, 3);
        Taken().ShouldBe(["up to 3"]);
        Taken().ShouldBeEmpty();
        Done(4);
        Taken().ShouldBe(["4"]);
    }

    [Fact]
    public void Should_wait_for_an_older_one_that_is_not_done()
    {
        Done(2, 3, 4);
        Taken().ShouldBeEmpty();
        Done(1);
        Taken().ShouldBe(["up to 4"]);
    }

    [Fact]
    public void Should_not_wait_for_an_older_one_when_too_many_wait()
    {
        Done(5, 2, 4, 3);
        Taken().ShouldBe(["2", "3", "4", "5"]);
        Done(6, 7);
        Taken().ShouldBeEmpty();
        Done(1);
        Taken().ShouldBe(["up to 7"]);
    }

    [Fact]
    public void Should_name_no_tag_that_the_broker_no_longer_knows()
    {
        Done(2, 3);
        Taken(all: true).ShouldBe(["2", "3"]);
        Done(1);
        Taken().ShouldBe(["1"]);
        _ledger.GiveBack(5);
        Done(4);
        Taken().ShouldBe(["5 back", "4"]);
    }

    [Fact]
    public void Should_leave_none_that_is_done_and_touch_none_that_is_not_in_any_order()
    {
        var seed = TestSeed.Next();
        var random = new Random(seed);
        for (var history = 0; history < Histories; history++)
        {
            var broker = new Broker(random.Next(1, 60));
            var ledger = new AcknowledgementLedger(random.Next(10));
            foreach (var tag in broker.Open.ToArray().Shuffled(random))
            {
                if (random.Next(5) == 0)
                    ledger.GiveBack(tag);
                else
                    ledger.Done(broker.Done(tag));
                if (random.Next(3) == 0)
                    broker.Hear(ledger.Take(all: random.Next(10) == 0), seed);
            }

            broker.Hear(ledger.Take(all: false), seed);
            broker.Open.ShouldBeEmpty($"seed {seed}, history {history}");
        }
    }

    private void Done(params ulong[] tags) => tags.ToList().ForEach(_ledger.Done);

    private IEnumerable<string> Taken(bool all = false) => _ledger.Take(all).Select(frame => frame.Kind switch
    {
        AcknowledgementKind.Done => $"{frame.Tag}",
        AcknowledgementKind.DoneUpTo => $"up to {frame.Tag}",
        _ => $"{frame.Tag} back",
    });

    /// <summary>Knows which deliveries are open, as RabbitMQ does; a tag that is not closes the channel.</summary>
    private sealed class Broker(int deliveries)
    {
        private readonly HashSet<ulong> _done = [];

        public SortedSet<ulong> Open { get; } = [.. Enumerable.Range(1, deliveries).Select(tag => (ulong)tag)];

        public ulong Done(ulong tag)
        {
            _done.Add(tag);
            return tag;
        }

        public void Hear(IEnumerable<Acknowledgement> frames, int seed)
        {
            foreach (var frame in frames)
            {
                Open.ShouldContain(frame.Tag, $"seed {seed}");
                var told = frame.Kind == AcknowledgementKind.DoneUpTo ? Open.Where(tag => tag <= frame.Tag).ToList() : [frame.Tag];
                if (frame.Kind != AcknowledgementKind.GivenBack)
                    told.ShouldBeSubsetOf(_done, $"seed {seed}");
                Open.ExceptWith(told);
            }
        }
    }
}
