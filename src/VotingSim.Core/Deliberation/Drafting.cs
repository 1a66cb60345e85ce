using System.Runtime.Intrinsics;
using VotingSim.Cohorts;
using VotingSim.Worlds;

namespace VotingSim.Deliberation;

/// <summary>Makes the texts p_k of a session for a column of replications: model.md 3.1. Each method is one small class.</summary>
internal abstract class Drafting
{
    private readonly DeliberationTerms _terms;
    private Quantity _bias;           // beta

    private protected Drafting(DeliberationTerms terms) => (_terms, Members, Issues) = (terms, terms.Roster.Size, terms.Crisis.Issues.Length);

    private protected int Members { get; }

    private protected int Issues { get; }

    /// <summary>v_ik, or c_i s_ik, of member i on issue k at i K + k.</summary>
    private protected QuantityList Weights { get; private set; }

    /// <summary>The sum over external powers of d_e V_k z_ek, by issue, and of d_e V_k; empty where none has a voice in the draft.</summary>
    private protected (Quantity Voices, Quantity Weight)[] Outside { get; private set; } = [];

    /// <summary>The method that the settings name.</summary>
    public static Drafting By(DeliberationTerms terms) => terms.Settings.Drafting switch
    {
        DraftingMethod.Coalition => new CoalitionDrafting(terms),
        DraftingMethod.Compromise => new CompromiseDrafting(terms),
        DraftingMethod.Median => new MedianDrafting(terms),
        DraftingMethod.Fixed => new FixedDrafting(terms),
        var other => throw new ArgumentOutOfRangeException(nameof(terms), other, "There is no such drafting method."),
    };

    /// <summary>Begins with another cohort.</summary>
    public virtual void Open(WorldDraws worlds)
    {
        _bias = worlds.Of(WorldParameter.ChairBias, _terms.Settings.ChairBias);
        var weights = new Quantity[Members * Issues];
        for (var member = 0; member < Members; member++)
        {
            for (var issue = 0; issue < Issues; issue++)
            {
                weights[(member * Issues) + issue] = WeightOf(worlds, member, issue);
            }
        }

        Weights = worlds.List(weights);
        Outside = OutsideOf(worlds, weights);
    }

    /// <summary>Writes the texts.</summary>
    /// <param name="draft">p_k, a column per issue, to be written.</param>
    /// <param name="opinions">o_ik in column i K + k.</param>
    /// <param name="accommodation">w_i, a column per member.</param>
    /// <param name="target">T.</param>
    /// <param name="lanes">Number of lanes in use.</param>
    public void Draft(Columns draft, Columns opinions, Columns accommodation, ulong[] target, int lanes)
    {
        for (var issue = 0; issue < Issues; issue++)
        {
            Write(draft, issue, opinions, accommodation, target, lanes);
            if (this is not FixedDrafting && !_bias.Is(0))
            {
                Bias(draft, issue, opinions, lanes);
            }

            KeepOnTheScale(draft, issue, lanes);
        }
    }

    private protected abstract void Write(Columns text, int issue, Columns opinions, Columns accommodation, ulong[] target, int lanes);

    /// <summary>How much a voice weighs on an issue.</summary>
    private protected virtual DraftWeights WeighBy => _terms.Settings.DraftWeights;

    // sum w o / sum w over the members of a set; where the weights sum to zero, the plain mean over it.
    private protected static Vector256<double> Mean(
        Vector256<double> weighted, Vector256<double> weight, Vector256<double> plain, Vector256<double> count)
    {
        var weightless = Vector256.Equals(weight, Vector256<double>.Zero);
        return weightless == Vector256<double>.Zero ? weighted / weight : Vector256.ConditionalSelect(weightless, plain / count, weighted / weight);
    }

    private void Bias(Columns draft, int issue, Columns opinions, int lanes)
    {
        for (var lane = 0; lane < lanes; lane += Cohort.LanesPerVector)
        {
            var (bias, chair) = (_bias.At(lane), opinions.At((_terms.Settings.ChairSeat * Issues) + issue, lane));
            draft.Set(issue, lane, ((Vector256<double>.One - bias) * draft.At(issue, lane)) + (bias * chair));
        }
    }

    // A weighted mean of texts that are all 100 is 100 only up to rounding, and a red line that ends at 100 would be crossed by the very
    // text that all want. So every method's text ends where the scale does.
    private static void KeepOnTheScale(Columns draft, int issue, int lanes)
    {
        for (var lane = 0; lane < lanes; lane += Cohort.LanesPerVector)
        {
            draft.Set(issue, lane, Vector256.Min(Vector256.Max(draft.At(issue, lane), Vector256<double>.Zero), Vector256.Create(100.0)));
        }
    }

    private Quantity WeightOf(WorldDraws worlds, int member, int issue)
    {
        return WeighBy switch
        {
            DraftWeights.Equal => new(1),
            DraftWeights.Salience => Salience(),
            DraftWeights.Influence => Influence(),
            DraftWeights.Both => worlds.From(Influence(), Salience(), static (influence, salience) => influence * salience),
            var other => throw new InvalidOperationException($"There are no draft weights {other}."),
        };

        Quantity Influence() => worlds.Of(WorldParameter.Influence, _terms.Roster.Members[member].Influence, member);
        Quantity Salience() => worlds.Salience(_terms.Settings, _terms.Crisis.Stances[member], member, issue);
    }

    // V_k is a mean over all members, so that a target coalition without a weight of its own leaves the text to the powers: the plain mean stands
    // in only where all that stands below the line is zero.
    private (Quantity Voices, Quantity Weight)[] OutsideOf(WorldDraws worlds, Quantity[] weights)
    {
        var powers = _terms.Crisis.ExternalPowers;
        var shares = powers.Select((power, index) => worlds.Of(WorldParameter.PowerDraftWeight, power.DraftWeight, power: index)).ToArray();
        if (shares.All(share => share.Is(0)))
        {
            return [];
        }

        var outside = new (Quantity Voices, Quantity Weight)[Issues];
        var members = Vector256.Create((double)Members);
        for (var issue = 0; issue < Issues; issue++)
        {
            var sum = new Quantity(0);
            for (var member = 0; member < Members; member++)
            {
                sum = worlds.From(sum, weights[(member * Issues) + issue], static (all, own) => all + own);
            }

            var mean = worlds.From(sum, all => all / members);
            outside[issue] = (new(0), new(0));
            for (var power = 0; power < shares.Length; power++)
            {
                var weight = worlds.From(shares[power], mean, static (share, average) => share * average);
                var position = worlds.Of(WorldParameter.PowerPosition, powers[power].Position[issue], issue: issue, power: power);
                var voice = worlds.From(weight, position, static (own, z) => own * z);
                outside[issue] = (
                    worlds.From(outside[issue].Voices, voice, static (all, own) => all + own),
                    worlds.From(outside[issue].Weight, weight, static (all, own) => all + own));
            }
        }

        return outside;
    }
}
