using JoorBus.Inventory.Receiving;

namespace JoorBus.Inventory.Tests.Receiving;

public sealed class When_levels_gather
{
    private readonly LevelGathering _gathering = new(mostLevels: 3);

    [Fact]
    public void Should_keep_the_newest_of_each_and_every_delivery()
    {
        Add(1, Level("A", 2, 5)).ShouldBeTrue();
        Add(2, Level("A", 1, 9), Level("B", 1, 7)).ShouldBeFalse();
        var taken = _gathering.Take().ShouldNotBeNull();
        taken.Tags.ShouldBe([1ul, 2ul]);
        taken.Levels.Select(level => $"{level.Item}|{level.Version}|{level.OnHand}").Order().ShouldBe(["A|2|5", "B|1|7"]);
    }

    [Fact]
    public void Should_begin_again_only_after_all_was_taken()
    {
        Add(1, Level("A", 1, 5));
        _gathering.Take().ShouldNotBeNull();
        Add(2, Level("A", 2, 5)).ShouldBeFalse();
        _gathering.Take().ShouldNotBeNull();
        _gathering.Take().ShouldBeNull();
        Add(3, Level("A", 3, 5)).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_let_a_flood_wait_by_different_levels_and_not_by_changes()
    {
        for (var sequence = 1; sequence < 10; sequence++)
            Add((ulong)sequence, Level("A", sequence, 5));
        _gathering.RoomAsync().IsCompleted.ShouldBeTrue();
        Add(10, Level("B", 1, 5), Level("C", 1, 5));
        var room = _gathering.RoomAsync();
        room.IsCompleted.ShouldBeFalse();
        _gathering.Take().ShouldNotBeNull().Levels.Count.ShouldBe(3);
        await room;
        Add(11, Level("D", 1, 5));
        _gathering.RoomAsync().IsCompleted.ShouldBeTrue();
    }

    private bool Add(ulong tag, params LevelRow[] levels) => _gathering.Add(tag, levels);

    private static LevelRow Level(string item, long version, int onHand) => new()
    {
        Connection = "",
        Item = item,
        Warehouse = "NJ",
        Version = version,
        AsOf = DateTime.UnixEpoch,
        OnHand = onHand,
        Identity = $$"""{"sku":"{{item}}"}""",
    };
}
