using JoorBus.Products.Planning;
using Xunit.Abstractions;

namespace JoorBus.Products.Tests.Planning;

/// <summary>1,200 histories of changes, removals, people's hands, cut-offs and lost answers, half of them of v2 and half of v4.</summary>
public sealed class When_any_style_is_planned(ITestOutputHelper output)
{
    private const int Histories = 300;
    private const int Wishes = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Should_end_with_what_is_wanted_and_then_plan_nothing(int part)
    {
        for (var seed = part * Histories; seed < (part + 1) * Histories; seed++)
        {
            var (history, wish) = (new PlannedHistory(seed), 0);
            try
            {
                for (; wish < Wishes; wish++)
                {
                    history.NextWish();
                    history.Settle();
                    Expectations.Check(history);
                    history.Plan().Calls.ShouldBeEmpty();
                    var before = history.Known;
                    history.Reread();
                    Adopting.HasDrifted(before, history.Known).ShouldBeFalse();
                    history.Plan().Calls.ShouldBeEmpty();
                }
            }
            catch (Exception)
            {
                output.WriteLine($"seed {seed}, {history.Api}, wish {wish}, removals {string.Join("; ", history.Removals)}");
                throw;
            }
        }
    }
}
