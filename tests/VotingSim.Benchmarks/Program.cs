using System.Globalization;
using VotingSim.Benchmarks;
using VotingSim.Benchmarks.Performance;
using VotingSim.Deliberation;
using VotingSim.Grains;
using VotingSim.Rules;

// Two things at a time, in turn, in this process: machines are noisy, ratios less so. Both keep all processors busy, with a loop or a table each.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["cluster"]:
        await ClusterBenchmark.RunAsync();
        return;
    case ["classroom", ..]:
        await ClassroomLoad.MeasureAsync(Console.Out);
        return;
    case ["browsers"]:
        await BrowserLoad.MeasureAsync(Console.Out);
        return;
    case ["performance", "start"]:
        await Starts.TellAsync(Console.Out);
        return;
    case ["performance", "engine"]:
        await PerformancePage.ShowEngineAsync();
        return;
    case ["performance", .. var rest]:
        await PerformancePage.WriteAsync(RepositoryRoot.In("docs", "performance.md"), isLong: rest is ["long"], isShort: rest is ["short"]);
        return;
    default:
        break;
}

const int CohortSize = 1024;
await using var silo = await SiloFixture.StartAsync();

Console.WriteLine($"Myanmar's shape: one issue, ten members, coalition drafting; {Environment.ProcessorCount} processors. Nanoseconds of a processor per member and round; ratio of first to second, pair by pair.");
foreach (var (name, rule) in new (string, DecisionRule)[] { ("consensus", new Consensus()), ("qualified majority", Some.DoubleMajority) })
{
    var terms = Worlds.Myanmar(rule);
    var plain = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new PlainLoop(terms)).ToArray();
    var scalar = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new ScalarLoop(terms)).ToArray();
    var tables = Enumerable.Range(0, Environment.ProcessorCount).Select(table => silo.Grains.GetGrain<IChairGrain>($"{name} {table}")).ToArray();

    Console.WriteLine();
    Console.WriteLine(name);
    (await Pairing.MeasureAsync("the same Chair and Delegations in a loop", InLoopsAsync, "through the grains", ThroughGrainsAsync)).Write(Console.Out);
    (await Pairing.MeasureAsync("one grain call per member and replication", OneByOneAsync, "through the grains", ThroughGrainsAsync)).Write(Console.Out);
    (await Pairing.MeasureAsync("a scalar loop, one replication at a time", InScalarLoopsAsync, "through the grains", ThroughGrainsAsync)).Write(Console.Out);

    Task<long> InLoopsAsync() => OnAllAsync(plain, loop => Task.FromResult(loop.Deliberate(32 * CohortSize, CohortSize)));

    Task<long> InScalarLoopsAsync() => OnAllAsync(scalar, loop => Task.FromResult(loop.Deliberate(4 * CohortSize)));

    Task<long> ThroughGrainsAsync() => OnAllAsync(tables, table => DeliberateAsync(table, terms, 32 * CohortSize, CohortSize));

    Task<long> OneByOneAsync() => OnAllAsync(tables, table => DeliberateAsync(table, terms, 256, 1));
}

static async Task<long> OnAllAsync<T>(T[] workers, Func<T, Task<long>> work) => (await Task.WhenAll(workers.Select(worker => Task.Run(() => work(worker))))).Sum();

static async Task<long> DeliberateAsync(IChairGrain table, DeliberationTerms terms, int replications, int cohortSize)
{
    var rounds = 0L;
    for (var first = 0; first < replications; first += cohortSize)
    {
        var message = await table.DeliberateAsync(new("benchmark", terms, new((uint)first, cohortSize), Traced: 0));
        rounds += PlainLoop.RoundsOf(message.Result);
    }

    return rounds * terms.Roster.Size;
}
