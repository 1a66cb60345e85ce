using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VotingSim.Benchmarks;
using VotingSim.Deliberation;
using VotingSim.Grains;
using VotingSim.Rules;

// Two things at a time, in turn, in this process: machines are noisy, ratios less so. Processor time of the whole process, so that work on another core counts too.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["cluster"]:
        await ClusterBenchmark.RunAsync();
        return;
    case ["classroom", ..]:
        await ClassroomLoad.MeasureAsync(Console.Out);
        return;
    default:
        break;
}

const int CohortSize = 1024;
var builder = Host.CreateEmptyApplicationBuilder(new());
builder.AddDeliberationSilo();
using var host = builder.Build();
await host.StartAsync();
var grains = host.Services.GetRequiredService<IGrainFactory>();

Console.WriteLine("Myanmar's shape: one issue, ten members, coalition drafting. Nanoseconds of processor time per member and round; ratio of first to second, pair by pair.");
foreach (var (name, rule) in new (string, DecisionRule)[] { ("consensus", new Consensus()), ("qualified majority", Worlds.Qmv) })
{
    var terms = Worlds.Myanmar(rule);
    var plain = new PlainLoop(terms);
    var scalar = new ScalarLoop(terms);
    var table = grains.GetGrain<IChairGrain>(name);

    Console.WriteLine();
    Console.WriteLine(name);
    (await Pairing.MeasureAsync(
        "the same Chair and Delegations in a loop", () => Task.FromResult(plain.Deliberate(32 * CohortSize, CohortSize)),
        "through the grains", () => DeliberateAsync(table, terms, 32 * CohortSize, CohortSize))).Write(Console.Out);
    (await Pairing.MeasureAsync(
        "one grain call per member and replication", () => DeliberateAsync(table, terms, 256, 1),
        "through the grains", () => DeliberateAsync(table, terms, 32 * CohortSize, CohortSize))).Write(Console.Out);
    (await Pairing.MeasureAsync(
        "a scalar loop, one replication at a time", () => Task.FromResult(scalar.Deliberate(4 * CohortSize)),
        "through the grains", () => DeliberateAsync(table, terms, 32 * CohortSize, CohortSize))).Write(Console.Out);
}

await host.StopAsync();

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
