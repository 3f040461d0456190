using JoorBus.Connections.Sealing;

namespace JoorBus.Connections.Tests.Sealing;

public sealed class When_master_keys_are_read
{
    private const string Bytes32 = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

    [Theory]
    [InlineData(Keys.Old)]
    [InlineData(Keys.Old + "\n" + Keys.New + "\n")]
    [InlineData(Keys.Old + "," + Keys.New)]
    [InlineData("# kept by ops\r\n\r\n" + Keys.Old + "\r\n")]
    public void Should_take_what_is_right(string text) => new MasterKeyOptions { Text = text }.Faults().ShouldBeEmpty();

    [Theory]
    [InlineData(Bytes32, "line 1 is not 'id:key'")]
    [InlineData("my key:" + Bytes32, "line 1 has an id that cannot be used")]
    [InlineData("a.b:" + Bytes32, "line 1 has an id that cannot be used")]
    [InlineData("a:!!!!", "line 1 (id 'a') has a key that is not base64")]
    [InlineData("a:c2hvcnQ=", "line 1 (id 'a') has a key of the wrong length")]
    [InlineData("a:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbg==", "line 1 (id 'a') has a key that is not base64 of 32 bytes")]
    [InlineData("a:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "line 1 (id 'a') has a key of one repeated byte")]
    [InlineData("a:" + Bytes32 + "\na:" + Bytes32, "the id 'a' is there twice")]
    [InlineData("# nothing", "holds no key; make one with")]
    public void Should_name_each_fault_and_show_no_key(string text, string sentence)
    {
        var fault = new MasterKeyOptions { Text = text }.Faults().ShouldHaveSingleItem();

        fault.ShouldStartWith("JOORBUS__MASTERKEY");
        fault.ShouldContain(sentence);
        fault.ShouldNotContain(Bytes32);
    }

    [Fact]
    public void Should_take_a_file_that_only_its_owner_reads()
    {
        using var file = new KeyFile(Keys.Old, Keys.New);

        file.Options.Faults().ShouldBeEmpty();
        Keys.Of(file.Options).SealingId.ShouldBe("old");
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void Should_refuse_a_file_that_others_read_or_write(UnixFileMode others)
    {
        using var file = new KeyFile(Keys.Old);
        File.SetUnixFileMode(file.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);

        file.Options.Faults().ShouldHaveSingleItem().ShouldContain($"may be read or written by group or others; take that away with: chmod 600 '{file.Path}'");
    }

    [Fact]
    public void Should_see_through_a_link_to_the_file_itself()
    {
        using var file = new KeyFile(Keys.Old);
        var link = file.Path + "-link";
        File.CreateSymbolicLink(link, file.Path);

        new MasterKeyOptions { File = link }.Faults().ShouldBeEmpty();
        File.SetUnixFileMode(file.Path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        new MasterKeyOptions { File = link }.Faults().ShouldHaveSingleItem().ShouldContain("chmod 600");
        File.Delete(link);
    }

    [Theory]
    [InlineData("/dev/null", "is empty, too large or not a regular file")]
    [InlineData("/tmp", "is a directory")]
    [InlineData("/no/such/file", "does not exist; make one with: (umask 077;")]
    public void Should_refuse_what_is_no_file(string path, string sentence) =>
        new MasterKeyOptions { File = path }.Faults().ShouldHaveSingleItem().ShouldContain(sentence);

    [Fact]
    public void Should_refuse_two_sources() =>
        new MasterKeyOptions { File = "/a", Text = Keys.Old }.Faults().ShouldHaveSingleItem().ShouldContain("both set");

    [Fact]
    public void Should_see_a_changed_file_and_keep_its_keys_when_the_new_one_is_faulty()
    {
        using var file = new KeyFile(Keys.Old);
        var keys = Keys.Of(file.Options);
        keys.SealingId.ShouldBe("old");

        file.Write(Keys.New, Keys.Old);
        keys.SealingId.ShouldBe("new");

        file.Write("half a li");
        keys.SealingId.ShouldBe("new");
        keys.Generation.ShouldBe(2);
    }

    [Fact]
    public void Should_show_no_key_in_any_text()
    {
        var key = new MasterKey("old", Convert.FromBase64String(Bytes32));

        key.ToString().ShouldBe("master key 'old'");
    }
}
