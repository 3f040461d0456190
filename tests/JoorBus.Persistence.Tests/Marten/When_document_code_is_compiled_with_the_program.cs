using System.Reflection;
using JasperFx.CodeGeneration;
using JoorBus.Persistence.Documents;
using JoorBus.Persistence.Marten;
using Marten;
using Marten.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Persistence.Tests.Marten;

public sealed class When_document_code_is_compiled_with_the_program : IDisposable
{
    private const string Schema = "joorbus";
    private static readonly DocumentMapping[] Mappings = [Note.Mapping];
    private readonly string _folder = Directory.CreateTempSubdirectory("joorbus-code").FullName;

    [Fact]
    public async Task Should_serve_hosts_of_the_same_build()
    {
        await WriteAsync();
        var code = DocumentCode.Find(_folder, Schema, Mappings).ShouldNotBeNull();
        await using var host = await Host.StartAsync(more: services => services.ConfigureMarten(options => Use(options, code)));

        await host.CommitAsync((_, documents) => documents.Insert(Note.Number(1)));
        var note = (await host.LoadAsync(1))!;
        note.Text = "changed";
        await host.CommitAsync((_, documents) => documents.Update(note));

        (await host.LoadAsync(1))!.Text.ShouldBe("changed");
        CodeOf<Note>(host).ShouldBe(code);
    }

    [Fact]
    public async Task Should_leave_to_Marten_what_it_lacks()
    {
        await WriteAsync();
        var code = DocumentCode.Find(_folder, Schema, Mappings).ShouldNotBeNull();
        await using var host = await Host.StartAsync(more: services => services.ConfigureMarten(options =>
        {
            Use(options, code);
            options.Schema.For<Palette>();
        }));
        await using var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession();

        session.Store(new Palette { Id = Note.IdOf(1), Colors = ["red"] });
        await session.SaveChangesAsync();

        (await session.LoadAsync<Palette>(Note.IdOf(1)))!.Colors.ShouldBe(["red"]);
        CodeOf<Palette>(host).ShouldNotBe(code);
    }

    [Fact]
    public async Task Should_not_be_used_for_another_schema()
    {
        await WriteAsync();

        DocumentCode.Find(_folder, "other", Mappings).ShouldBeNull();
    }

    [Fact]
    public async Task Should_not_be_used_by_another_build()
    {
        await WriteAsync();

        // Another build of the documents is another assembly to the stamp.
        DocumentCode.Find(_folder, Schema, []).ShouldBeNull();
    }

    [Fact]
    public void Should_not_be_missed() => DocumentCode.Find(_folder, Schema, Mappings).ShouldBeNull();

    [Fact]
    public async Task Should_name_its_file()
    {
        await using var host = Unstarted();

        var file = DocumentAdapter.InUse.Prepare(host.Services, _folder);

        Directory.GetFiles(_folder).ShouldBe([file!]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task WriteAsync()
    {
        await using var host = Unstarted();
        DocumentCode.Write(host.Services.GetRequiredService<IDocumentStore>(), Mappings, _folder);
    }

    // Without servers, as in a build.
    private static Host Unstarted() => Host.Unmigrated("Host=nowhere.invalid");

    private static void Use(StoreOptions options, Assembly code)
    {
#pragma warning disable CS0618 // As the adapter does.
        options.GeneratedCodeMode = TypeLoadMode.Auto;
        options.SourceCodeWritingEnabled = false;
        options.ApplicationAssembly = code;
#pragma warning restore CS0618
    }

    private static Assembly CodeOf<T>(Host host)
        where T : notnull
    {
        using var session = host.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return ((IMartenSession)session).StorageFor<T>().GetType().Assembly;
    }
}
