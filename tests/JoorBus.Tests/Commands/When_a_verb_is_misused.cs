namespace JoorBus.Tests.Commands;

public sealed class When_a_verb_is_misused
{
    [Theory]
    [InlineData("", "Required command was not provided")]
    [InlineData("fly", "fly")]
    [InlineData("orders", "Required command was not provided")]
    [InlineData("orders show", "Required argument missing")]
    [InlineData("orders list --limit 0", "--limit is '0'; allowed is 1 to 1000")]
    [InlineData("orders list --limit 1001", "--limit is '1001'; allowed is 1 to 1000")]
    [InlineData("orders list --limit many", "--limit is 'many'")]
    [InlineData("orders list --state lost", "--state is 'lost'; allowed is AwaitingAcceptance, Accepted")]
    [InlineData("orders list --server nowhere", "--server is 'nowhere'; write an address such as http://127.0.0.1:5870")]
    [InlineData("orders list --token-file /no/such/file", "/no/such/file")]
    [InlineData("orders list --colour", "--colour")]
    [InlineData("connections", "Required command was not provided")]
    [InlineData("connections show", "Required argument missing")]
    [InlineData("connections set acme", "Nothing to change was given")]
    [InlineData("connections set acme --ask token", "--ask got no secret: it needs a terminal")]
    [InlineData("connections add acme --token-from /no/such/file", "--token-from '/no/such/file' cannot be read")]
    [InlineData("connections add acme --trust-certificate /no/such/file", "--trust-certificate '/no/such/file' cannot be read")]
    [InlineData("run --roles cook", "--roles 'cook' is not known; allowed are orders, inventory, products and web")]
    [InlineData("run --roles none", "--roles 'none' is not known")]
    [InlineData("inventory", "Required command was not provided")]
    [InlineData("inventory list --state lost", "--state is 'lost'; allowed is pending, pushed, refused, unmatched, skipped, unmapped")]
    [InlineData("inventory list --limit 0", "--limit is '0'; allowed is 1 to 1000")]
    [InlineData("inventory show acme", "Required argument missing")]
    [InlineData("inventory settings acme --mode both", "both")]
    [InlineData("inventory settings acme --safety-stock some", "some")]
    [InlineData("products", "Required command was not provided")]
    [InlineData("products list --state lost", "--state is 'lost'; allowed is pending, pushed, refused, held")]
    [InlineData("products release acme", "Required argument missing")]
    [InlineData("simulate", "Required command was not provided")]
    [InlineData("simulate joor --port high", "high")]
    public async Task Should_end_with_2_and_a_sentence(string line, string sentence)
    {
        var verb = await Verb.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        verb.Code.ShouldBe(2);
        verb.Error.ShouldContain(sentence);
    }

    [Theory]
    [InlineData("connections add acme --token abc-123-def")]
    [InlineData("connections add acme --password=abc-123-def")]
    [InlineData("connections set acme --client-secret abc-123-def --password other")]
    public async Task Should_refuse_a_secret_as_argument_and_not_repeat_it(string line)
    {
        var verb = await Verb.RunAsync(line.Split(' '));

        verb.Code.ShouldBe(2);
        verb.Error.ShouldContain("is not taken as an argument, where others could read it; use --");
        (verb.Error + verb.Output).ShouldNotContain("abc-123-def");
    }

    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    public async Task Should_list_every_fault_of_the_configuration(string name)
    {
        var verb = await Verb.RunAsync(name, "--set", "Postgres=Host=localhost;Colour=red", "RabbitMq=http://localhost", "Bus__Concurrency=0");

        verb.Code.ShouldBe(2);
        verb.Output.ShouldBeEmpty();
        verb.Error.ShouldStartWith("The configuration has 3 faults; nothing was started:");
        verb.Error.ShouldContain("  - JOORBUS__POSTGRES");
        verb.Error.ShouldContain("  - JOORBUS__RABBITMQ");
        verb.Error.ShouldContain("  - JOORBUS__BUS__CONCURRENCY");
    }
}
