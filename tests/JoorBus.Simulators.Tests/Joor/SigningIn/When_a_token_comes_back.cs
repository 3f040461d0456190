namespace JoorBus.Simulators.Tests.Joor.SigningIn;

public sealed class When_a_token_comes_back
{
    [Fact]
    public async Task Should_be_known_again_and_count_as_another()
    {
        await using var joor = await Joor.Start();
        joor.Simulator.ReplaceToken("simulator-token", "other");
        joor.Simulator.ReplaceToken("other", "simulator-token");

        await joor.Read("/order?sync=0");

        joor.Simulator.Ledger().LastCredentialOf("1001")!.Ordinal.ShouldBe(2);
        Should.Throw<ArgumentException>(() => joor.Simulator.AddToken("1001", "simulator-token")).Message.ShouldNotContain("simulator-token");
    }
}
