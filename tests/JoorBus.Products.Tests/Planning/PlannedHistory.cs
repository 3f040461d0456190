using System.Text.Json;
using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Products.Planning;
using JoorBus.Products.Setting;

namespace JoorBus.Products.Tests.Planning;

/// <summary>Plans a style again and again over a model of JOOR; calls are cut off, and answers lost, on the way.</summary>
internal sealed class PlannedHistory
{
    private const int MostPlans = 60;

    private readonly RandomProducts _random;
    private AccountFacts _facts = AccountFacts.Unknown;

    public PlannedHistory(int seed)
    {
        _random = new RandomProducts(seed);
        Api = seed % 2 == 0 ? JoorApiVersion.V2 : JoorApiVersion.V4;
        V2 = new ModelV2(joinsLists: _random.Chance(0.5));
        Settings = new ProductSettings
        {
            Id = Guid.Empty, Connection = "paris", IsOn = true, KeepsManualDeliveries = _random.Chance(0.5), RemovesUnasked = _random.Chance(0.5),
            SendsImages = _random.Chance(0.9), SendsDeliveries = _random.Chance(0.9),
        };
        Reread();
    }

    public JoorApiVersion Api { get; }

    public ProductSettings Settings { get; }

    public ModelV2 V2 { get; }

    public ModelV4 V4 { get; } = new();

    public Product? Wanted { get; private set; }

    public IReadOnlyList<Removal> Removals { get; private set; } = [];

    public KnownProduct Known { get; private set; } = KnownProduct.Nothing("T-1", "T-1");

    /// <summary>Linesheets that count as people's: made by them, or found when nothing was known any more.</summary>
    public HashSet<string> PeoplesLinesheets { get; } = [];

    /// <summary>Pictures were found by their names alone: their versions are not known.</summary>
    public bool HasLostVersions { get; private set; }

    public int Calls { get; private set; }

    /// <summary>Removals that wait for nobody: what they name is gone.</summary>
    public IReadOnlyList<Removal> Gone => [.. Removals.Except(Plan().Held.Select(held => held.Removal))];

    private bool Exists => Api == JoorApiVersion.V2 ? V2.Style is not null : V4.Product is not null;

    public void NextWish()
    {
        Wanted = Wanted is null || _random.Chance(0.85) ? _random.Next() : Wanted;
        Removals = Exists && _random.Chance(0.35) ? [Removal()] : [];
        if (Exists && _random.Chance(0.1))
            PeoplePutItOn("M1");
        if (Exists && _random.Chance(0.1))
            Forget();
    }

    public void Settle()
    {
        for (var plans = 0; plans < MostPlans; plans++)
        {
            if (Known.MustBeRead)
                Reread();
            var plan = Plan();
            if (plan.Known.MustBeRead)
                Known = plan.Known;
            else
                Take(plan);
            if (plan.Calls.Count == 0 && !Known.MustBeRead)
                return;
        }
        throw new InvalidOperationException($"{MostPlans} plans did not suffice; the next has {string.Join(", ", Plan().Calls.Select(call => call.GetType().Name))}");
    }

    public ProductPlan Plan() => ProductPlanner.Plan(new PlanInput
    {
        StyleNumber = "T-1", StyleIdentifier = "T-1", Wanted = Wanted, Removals = Removals, Known = Known, Settings = Settings, Facts = _facts, Api = Api,
    });

    /// <summary>Reads JOOR, as reconciling does.</summary>
    public void Reread()
    {
        _facts = Api == JoorApiVersion.V4 ? V4.Facts : AccountFacts.Unknown;
        Known = Stored(Api == JoorApiVersion.V2 ? Known.Adopt(V2.Read()) : Known.Adopt(V4.Read()));
    }

    private void Take(ProductPlan plan)
    {
        Known = plan.Known;
        foreach (var planned in plan.Calls)
        {
            if (_random.Chance(0.1))
                return;
            if (_random.Chance(0.05))
            {
                Known = Known.Unclear(planned);
                return;
            }
            if (CatalogOrStyle(planned) is not { } call)
                continue;
            Calls++;
            var answer = Api == JoorApiVersion.V2 ? V2.Take(call) : V4.Take(call, Known);
            if (_random.Chance(0.05))
            {
                Known = Known.Unclear(planned);
                return;
            }
            (_facts, Known) = (_facts.After(call, answer, Known), Stored(Known.After(call, answer)));
        }
    }

    private ProductCall? CatalogOrStyle(ProductCall call) => Api == JoorApiVersion.V2 ? call : CatalogBodies.Ready(call, Known);

    // As a document would keep it.
    private static KnownProduct Stored(KnownProduct known) =>
        JsonSerializer.Deserialize(JsonSerializer.Serialize(known, PlanningJson.Default.KnownProduct), PlanningJson.Default.KnownProduct)!;

    private void PeoplePutItOn(string code)
    {
        PeoplesLinesheets.Add(code);
        if (Api == JoorApiVersion.V2)
            V2.PeoplePutOn(code);
        else
            V4.PeoplePutOn(code);
        Reread();
    }

    private void Forget()
    {
        HasLostVersions = true;
        Known = KnownProduct.Nothing("T-1", "T-1");
        PeoplesLinesheets.UnionWith(["F1", "F2", "F3"]);
        Reread();
    }

    private Removal Removal()
    {
        var removal = new Removal { IsReleased = _random.Chance(0.5), OpenOrders = 2, OpenUnits = 9 };
        return _random.Random.Next(5) switch
        {
            0 => removal,
            1 or 2 => removal with { Size = "M" },
            _ => removal with { ColorCode = "002" },
        };
    }
}
