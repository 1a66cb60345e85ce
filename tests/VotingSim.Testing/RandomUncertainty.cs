using System.Collections.Immutable;
using VotingSim.Worlds;

namespace VotingSim.Testing;

/// <summary>Uncertain parameters at random: a handful of them, for all members, issues and powers or for one, each from any of the distributions, or whole rows.</summary>
/// <param name="random">Where the parameters come from.</param>
/// <param name="members">How many members the world has.</param>
/// <param name="issues">How many issues.</param>
/// <param name="powers">How many external powers.</param>
public sealed class RandomUncertainty(Random random, int members, int issues, int powers)
{
    /// <summary>One to eight parameters, and for a quarter of the worlds rows for some of them.</summary>
    public WorldUncertainty Uncertainty()
    {
        var kinds = Enum.GetValues<WorldParameter>().Where(kind => kind < WorldParameter.MemoryOutvoted).Where(kind => powers > 0 || !kind.ToString().StartsWith("Power", StringComparison.Ordinal)).ToArray();
        ImmutableArray<UncertainParameter> parameters =
            [.. Enumerable.Range(0, random.Next(1, 9)).Select(index => Parameter(kinds[random.Next(kinds.Length)], index))];
        return new()
        {
            PerDraw = random.Next(1, 4),
            Parameters = parameters,
            Posterior = random.Next(4) == 0 ? Rows(parameters) : null,
        };
    }

    // For some of the parameters: the others are drawn by themselves.
    private Posterior Rows(ImmutableArray<UncertainParameter> parameters)
    {
        var named = parameters.Where((_, index) => index == 0 || random.Next(3) > 0).ToArray();
        random.Shuffle(named);
        var rows = random.Next(1, 6);
        return new()
        {
            Columns = [.. named.Select(parameter => parameter.Name)],
            Rows = [.. Enumerable.Range(0, rows).Select(_ => ImmutableArray.CreateRange(named.Select(Value)))],
            Weights = random.Next(3) == 0 ? [] : [.. Enumerable.Range(0, rows).Select(row => row == 0 ? 1 : random.Next(3) * random.NextDouble())],
            IsInOrder = random.Next(4) == 0,
        };
    }

    private double Value(UncertainParameter parameter) => parameter.Scales ? Within(0.5, 1.5) : Within(parameter.Lowest, Range(parameter.Parameter).Usual);

    private UncertainParameter Parameter(WorldParameter kind, int index)
    {
        var (lowest, highest, usual) = Range(kind);
        var scales = random.Next(2) == 0;
        return new()
        {
            Name = $"{kind}-{index}-é",
            Parameter = kind,
            Seat = kind is >= WorldParameter.Flexibility and <= WorldParameter.Influence
                or WorldParameter.Exposure or WorldParameter.Position or WorldParameter.Salience ? AnyOrAll(members) : null,
            Issue = kind is WorldParameter.Position or WorldParameter.Salience or WorldParameter.StatusQuo or WorldParameter.PowerPosition
                ? AnyOrAll(issues) : null,
            Power = kind is WorldParameter.PowerInfluence or WorldParameter.PowerDraftWeight or WorldParameter.PowerPosition ? AnyOrAll(powers) : null,
            Prior = scales ? Prior(0.3, 2) : Prior(0.01 * usual, usual),
            Scales = scales,
            Lowest = lowest,
            Highest = highest,
        };
    }

    private int? AnyOrAll(int count) => random.Next(2) == 0 ? null : random.Next(count);

    // Some of what the normal ones draw is beyond the legal range, so that it is clamped.
    private Prior Prior(double low, double high) => random.Next(5) switch
    {
        0 => new Prior.Uniform(low, high),
        1 => new Prior.LogUniform(low, high),
        2 => new Prior.Triangular(low, Within(low, high), high),
        3 => new Prior.Normal((low + high) / 2, (high - low) / 2),
        _ => new Prior.LogNormal(Math.Sqrt(low * high), random.NextDouble()),
    };

    private double Within(double low, double high) => low + ((high - low) * random.NextDouble());

    private static (double Lowest, double Highest, double Usual) Range(WorldParameter kind) => kind switch
    {
        WorldParameter.Confidence or WorldParameter.Position or WorldParameter.Salience or WorldParameter.StatusQuo
            or WorldParameter.PowerPosition => (0, 100, 100),
        WorldParameter.PositionNoise or WorldParameter.SalienceNoise => (0, 100, 20),
        WorldParameter.BallotNoise => (0, 10, 0.1),
        WorldParameter.DispositionDays or WorldParameter.PatienceDays or WorldParameter.AgendaMedianDays => (0, 1e6, 500),
        WorldParameter.HeaviestVoice => (1, 1000, 4),
        WorldParameter.Influence or WorldParameter.PowerInfluence => (1e-6, 1e6, 2),
        WorldParameter.UrgencyCeiling => (0, 1e6, 0.5),
        WorldParameter.ConsultationRate or WorldParameter.ShadowOfTheVote or WorldParameter.UrgencyResponse or WorldParameter.AgendaSpread
            or WorldParameter.ShockRate or WorldParameter.PowerDraftWeight => (0, 1e6, 3),
        WorldParameter.Unity or WorldParameter.Reticence => (0, 1, 0.2),
        WorldParameter.UrgencyInitial or WorldParameter.UrgencyGrowth => (0, 1000, 0.2),
        _ => (0, 1, 1),
    };
}
