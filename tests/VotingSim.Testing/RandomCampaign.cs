using System.Collections.Immutable;
using VotingSim.Campaigns;
using VotingSim.Deliberation;
using VotingSim.Rules;
using VotingSim.Worlds;

namespace VotingSim.Testing;

/// <summary>Campaigns at random: two to six years, one to four streams at a rate or on set days, each a <see cref="RandomWorld"/> at one table, two rules in
/// turn; memory, compliance and a way around on or off, and uncertain.</summary>
/// <param name="seed">Which campaign.</param>
public sealed class RandomCampaign(int seed)
{
    private readonly Random _random = new(seed);

    private readonly Random _sponsors = new(seed + 1_000_000);

    private readonly Random _reforms = new(seed + 2_000_000);

    /// <summary>The campaign of the seed.</summary>
    public CampaignTerms Terms()
    {
        var (years, size) = (_random.Next(2, 7), _random.Next(2, 9));
        DeliberationTerms[] worlds = [.. Enumerable.Range(0, _random.Next(1, 5)).Select(stream => new RandomWorld((seed * 10) + stream, size).Terms())];
        var wayAround = Maybe(null, () => new Minilateral { AfterDays = 7 * _random.Next(40), AtLeast = _random.Next(1, size + 1) });
        var perDraw = worlds[0].Uncertainty?.PerDraw ?? 1;
        ImmutableArray<UncertainParameter> uncertain =
        [
            .. new[] { WorldParameter.MemoryOutvoted, WorldParameter.MemoryConsent, WorldParameter.MemoryDeadlock, WorldParameter.MemoryLeftOut, WorldParameter.MemoryYears,
                WorldParameter.MemoryListening, WorldParameter.ComplianceNoise,
                WorldParameter.SponsorWeight }.Where(_ => _random.Next(2) == 0).Select(Parameter),
        ];
        return new()
        {
            Years = years,
            Streams =
            [
                .. worlds.Select((world, stream) => new StreamOfMatters
                {
                    Terms = world with
                    {
                        Roster = worlds[0].Roster,
                        Rule = worlds[stream % 2 == 0 ? 0 : ^1].Rule,
                        Seed = worlds[0].Seed,
                        WayAround = wayAround is null || world.Crisis.ExternalPowers.IsEmpty || _sponsors.Next(3) == 0
                            ? wayAround
                            : wayAround with { Sponsor = new() { Power = _sponsors.Next(world.Crisis.ExternalPowers.Length), Weight = _sponsors.NextDouble() } },
                        Uncertainty = world.Uncertainty is null && uncertain.IsEmpty
                            ? null
                            : new() { PerDraw = perDraw, Posterior = world.Uncertainty?.Posterior, Parameters = [.. world.Uncertainty?.Parameters ?? [], .. uncertain] },
                    },
                    PerYear = 2 * _random.NextDouble(),
                    Days = Maybe<ImmutableArray<int>>([], () => _random.Next(2) == 0 ? [] : [.. Enumerable.Range(1, 4).Select(k => (k * 100) + _random.Next(100))]),
                }),
            ],
            Conduct = new()
            {
                Memory = new()
                {
                    Outvoted = Maybe(0, () => 0.3 * _random.NextDouble()),
                    Consent = Maybe(0, () => 0.1 * _random.NextDouble()),
                    Deadlock = Maybe(0, () => 0.2 * _random.NextDouble()),
                    LeftOut = Maybe(0, () => 0.3 * _random.NextDouble()),
                    Years = 0.2 + (5 * _random.NextDouble()),
                    Listening = Maybe(0, () => 10 * _random.NextDouble()),
                },
                Compliance = new() { Noise = Maybe(0, () => 0.2 * _random.NextDouble()), IsCertain = _random.Next(5) == 0 },
            },
        };
    }

    /// <summary>The campaign of the seed, of a bloc that begins with consensus or unanimity, in which much dies, and that may reform its rule.</summary>
    public CampaignTerms Reforming()
    {
        var terms = Terms();
        return terms with
        {
            Reform = new()
            {
                By = _reforms.Next(3) switch { 0 => new Consensus(), 1 => Few, _ => terms.Streams[0].Terms.Rule },
                Days = _reforms.Next(2) == 0 ? [] : [.. Enumerable.Range(1, 3).Select(k => (k * 300) + _reforms.Next(100))],
                Backlog = _reforms.Next(4),
                SunsetYears = _reforms.Next(3) == 0 ? 0 : 2 * _reforms.NextDouble(),
            },
            Conduct = terms.Conduct with
            {
                Memory = terms.Conduct.Memory with { Deadlock = 0.05 + (0.2 * _reforms.NextDouble()), Outvoted = 0.1 * _reforms.NextDouble() },
            },
            Streams =
            [
                .. terms.Streams.Select(stream => stream with
                {
                    Terms = stream.Terms with { Rule = _reforms.Next(3) == 0 ? new Unanimity() : new Consensus() },
                    PerYear = 1 + stream.PerYear,
                    Reformed = _reforms.Next(5) == 0 ? null : stream.Terms with { Rule = _reforms.Next(3) == 0 ? stream.Terms.Rule : Few },
                }),
            ],
        };
    }

    private static DecisionRule Few => new Criterion { Quota = Quota.AtLeast(0.2m) };

    private T Maybe<T>(T off, Func<T> on) => _random.Next(3) == 0 ? off : on();

    private UncertainParameter Parameter(WorldParameter kind) => new()
    {
        Name = $"campaign-{kind}",
        Parameter = kind,
        Prior = new Prior.Uniform(0.5, 2),
        Scales = true,
        Lowest = kind == WorldParameter.MemoryYears ? 0.01 : 0,
        Highest = kind == WorldParameter.SponsorWeight ? 1 : 100,
    };
}
