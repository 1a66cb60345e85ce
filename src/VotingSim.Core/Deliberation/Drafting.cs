using System.Runtime.Intrinsics;

namespace VotingSim.Deliberation;

/// <summary>Makes the texts p_k of a round for a column of replications: model.md 3.2. Each method is one small class.</summary>
internal abstract class Drafting
{
    private readonly int _chair;
    private readonly double _bias;

    private protected Drafting(DeliberationTerms terms)
    {
        (_chair, _bias) = (terms.Settings.ChairSeat, terms.Settings.ChairBias);
        (Members, Issues) = (terms.Roster.Size, terms.Crisis.Issues.Length);
        Weights = new double[Members * Issues];
        for (var member = 0; member < Members; member++)
        {
            for (var issue = 0; issue < Issues; issue++)
            {
                Weights[(member * Issues) + issue] = terms.Roster.Members[member].Influence * terms.Crisis.Stances[member].Salience[issue];
            }
        }
    }

    private protected int Members { get; }

    private protected int Issues { get; }

    /// <summary>c_i s_ik of member i on issue k at i K + k.</summary>
    private protected double[] Weights { get; }

    /// <summary>The method that the settings name.</summary>
    public static Drafting By(DeliberationTerms terms) => terms.Settings.Drafting switch
    {
        DraftingMethod.Coalition => new CoalitionDrafting(terms),
        DraftingMethod.Compromise => new CompromiseDrafting(terms),
        DraftingMethod.Median => new MedianDrafting(terms),
        DraftingMethod.Fixed => new FixedDrafting(terms),
        var other => throw new ArgumentOutOfRangeException(nameof(terms), other, "There is no such drafting method."),
    };

    /// <summary>Writes the texts.</summary>
    /// <param name="draft">p_k, a column per issue, to be written.</param>
    /// <param name="opinions">o_ik in column i K + k.</param>
    /// <param name="accommodation">w_i, a column per member.</param>
    /// <param name="target">T.</param>
    /// <param name="lanes">Number of lanes in use.</param>
    public void Draft(Columns draft, Columns opinions, Columns accommodation, ulong[] target, int lanes)
    {
        var bias = Vector256.Create(_bias);
        for (var issue = 0; issue < Issues; issue++)
        {
            Write(draft, issue, opinions, accommodation, target, lanes);
            if (_bias > 0 && this is not FixedDrafting)
            {
                for (var lane = 0; lane < lanes; lane += Cohort.LanesPerVector)
                {
                    draft.Set(
                        issue,
                        lane,
                        ((Vector256<double>.One - bias) * draft.At(issue, lane)) + (bias * opinions.At((_chair * Issues) + issue, lane)));
                }
            }
        }
    }

    private protected abstract void Write(Columns text, int issue, Columns opinions, Columns accommodation, ulong[] target, int lanes);

    // sum w o / sum w over the members of a set; where the weights sum to zero, the plain mean over it.
    private protected static Vector256<double> Mean(
        Vector256<double> weighted, Vector256<double> weight, Vector256<double> plain, Vector256<double> count)
    {
        var weightless = Vector256.Equals(weight, Vector256<double>.Zero);
        return weightless == Vector256<double>.Zero ? weighted / weight : Vector256.ConditionalSelect(weightless, plain / count, weighted / weight);
    }
}

/// <summary>p_k = sum over T of w_i c_i s_ik o_ik / sum over T of w_i c_i s_ik.</summary>
internal sealed class CoalitionDrafting(DeliberationTerms terms) : Drafting(terms)
{
    private protected override void Write(Columns text, int issue, Columns opinions, Columns accommodation, ulong[] target, int lanes)
    {
        for (var lane = 0; lane < lanes; lane += Cohort.LanesPerVector)
        {
            var (weighted, weight) = (Vector256<double>.Zero, Vector256<double>.Zero);
            var (plain, count) = (Vector256<double>.Zero, Vector256<double>.Zero);
            var coalition = target.At(lane);
            for (var member = 0; member < Members; member++)
            {
                var bit = Vector256.Create(1UL << member);
                var isIn = Vector256.Equals(coalition & bit, bit).AsDouble();
                var opinion = opinions.At((member * Issues) + issue, lane) & isIn;
                var own = Vector256.Create(Weights[(member * Issues) + issue]) * accommodation.At(member, lane);
                weighted += own * opinion;
                weight += own & isIn;
                plain += opinion;
                count += Vector256<double>.One & isIn;
            }

            text.Set(issue, lane, Mean(weighted, weight, plain, count));
        }
    }
}

/// <summary>p_k = sum over all of c_i s_ik o_ik / sum over all of c_i s_ik.</summary>
internal sealed class CompromiseDrafting(DeliberationTerms terms) : Drafting(terms)
{
    private protected override void Write(Columns text, int issue, Columns opinions, Columns accommodation, ulong[] target, int lanes)
    {
        for (var lane = 0; lane < lanes; lane += Cohort.LanesPerVector)
        {
            var (weighted, weight, plain) = (Vector256<double>.Zero, 0.0, Vector256<double>.Zero);
            for (var member = 0; member < Members; member++)
            {
                var opinion = opinions.At((member * Issues) + issue, lane);
                var own = Weights[(member * Issues) + issue];
                weighted += Vector256.Create(own) * opinion;
                weight += own;
                plain += opinion;
            }

            text.Set(issue, lane, Mean(weighted, Vector256.Create(weight), plain, Vector256.Create((double)Members)));
        }
    }
}

/// <summary>The c_i s_ik weighted median: where half the weight lies exactly on either side, the middle of the two opinions.</summary>
internal sealed class MedianDrafting(DeliberationTerms terms) : Drafting(terms)
{
    private protected override void Write(Columns text, int issue, Columns opinions, Columns accommodation, ulong[] target, int lanes)
    {
        Span<double> stated = stackalloc double[Members];
        Span<int> order = stackalloc int[Members];
        var total = 0.0;
        for (var member = 0; member < Members; member++)
        {
            total += Weights[(member * Issues) + issue];
        }

        for (var lane = 0; lane < lanes; lane++)
        {
            var plain = 0.0;
            for (var member = 0; member < Members; member++)
            {
                stated[member] = opinions[(member * Issues) + issue, lane];
                plain += stated[member];
                InsertInOrder(order, member, stated);
            }

            text[issue, lane] = total == 0 ? plain / Members : Median(order, stated, issue, total / 2);
        }
    }

    private static void InsertInOrder(Span<int> order, int member, ReadOnlySpan<double> stated)
    {
        var place = member;
        for (; place > 0 && stated[order[place - 1]] > stated[member]; place--)
        {
            order[place] = order[place - 1];
        }

        order[place] = member;
    }

    private double Median(ReadOnlySpan<int> order, ReadOnlySpan<double> stated, int issue, double half)
    {
        var (below, place) = (0.0, 0);
        while (below + Weight(order[place]) < half)
        {
            below += Weight(order[place++]);
        }

        var median = stated[order[place]];
        if (below + Weight(order[place]) > half)
        {
            return median;
        }

        do
        {
            place++;
        }
        while (Weight(order[place]) == 0);
        return (median + stated[order[place]]) / 2;

        double Weight(int member) => Weights[(member * Issues) + issue];
    }
}

/// <summary>A text given in advance, never redrafted.</summary>
internal sealed class FixedDrafting(DeliberationTerms terms) : Drafting(terms)
{
    private readonly DeliberationTerms _terms = terms;

    private protected override void Write(Columns text, int issue, Columns opinions, Columns accommodation, ulong[] target, int lanes) =>
        text[issue][..lanes].Fill(_terms.Settings.Text[issue]);
}
