using System.Runtime.Intrinsics;
using VotingSim.Cohorts;
using VotingSim.Vectors;
using VotingSim.Worlds;

namespace VotingSim.Deliberation;

/// <summary>p_k = sum over T of w_i v_ik o_ik / sum over T of w_i v_ik.</summary>
internal sealed class CoalitionDrafting(DeliberationTerms terms) : Drafting(terms)
{
    private protected override void Write(Columns text, int issue, Columns opinions, Columns accommodation, ulong[] target, int lanes)
    {
        if (Width.IsEight)
        {
            Write<EightLanes>(text, issue, opinions, accommodation, target, lanes);
        }
        else
        {
            Write<FourLanes>(text, issue, opinions, accommodation, target, lanes);
        }
    }

    private void Write<T>(Columns text, int issue, Columns opinions, Columns accommodation, ulong[] target, int lanes)
        where T : struct, ILanes<T>
    {
        var (weights, members, issues, outside) = (Weights, Members, Issues, Outside);
        for (var lane = 0; lane < lanes; lane += T.Count)
        {
            var (weighted, weight, coalition) = (T.Of(0), T.Of(0), target.BitsAt<T>(lane));
            for (var member = 0; member < members; member++)
            {
                var isIn = T.Has(coalition, T.OfBits(1UL << member));
                var own = weights.At<T>((member * issues) + issue, lane) * accommodation.At<T>(member, lane);
                weighted += own * (opinions.At<T>((member * issues) + issue, lane) & isIn);
                weight += own & isIn;
            }

            if (outside.Length > 0)
            {
                weighted += outside[issue].Voices.At<T>(lane);
                weight += outside[issue].Weight.At<T>(lane);
            }

            var (mean, weightless) = (weighted / weight, T.Same(weight, T.Of(0)));
            text.Set(issue, lane, T.Signs(weightless) == 0 ? mean : T.Select(weightless, PlainMean<T>(issue, opinions, coalition, lane), mean));
        }
    }

    // Where all weights are zero.
    private T PlainMean<T>(int issue, Columns opinions, T coalition, int lane)
        where T : struct, ILanes<T>
    {
        var (plain, count) = (T.Of(0), T.Of(0));
        for (var member = 0; member < Members; member++)
        {
            var isIn = T.Has(coalition, T.OfBits(1UL << member));
            plain += opinions.At<T>((member * Issues) + issue, lane) & isIn;
            count += T.Of(1) & isIn;
        }

        return plain / count;
    }
}

/// <summary>p_k = sum over all of c_i s_ik o_ik / sum over all of c_i s_ik, whatever the draft weights: it is a model of the literature.</summary>
internal sealed class CompromiseDrafting(DeliberationTerms terms) : Drafting(terms)
{
    private protected override DraftWeights WeighBy => DraftWeights.Both;

    private protected override void Write(Columns text, int issue, Columns opinions, Columns accommodation, ulong[] target, int lanes)
    {
        var weights = Weights;
        for (var lane = 0; lane < lanes; lane += Cohort.LanesPerVector)
        {
            var (weighted, weight, plain) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            for (var member = 0; member < Members; member++)
            {
                var opinion = opinions.At((member * Issues) + issue, lane);
                var own = weights.At((member * Issues) + issue, lane);
                weighted += own * opinion;
                weight += own;
                plain += opinion;
            }

            if (Outside.Length > 0)
            {
                weighted += Outside[issue].Voices.At(lane);
                weight += Outside[issue].Weight.At(lane);
            }

            text.Set(issue, lane, Mean(weighted, weight, plain, Vector256.Create((double)Members)));
        }
    }
}

/// <summary>The v_ik weighted median: where half the weight lies on either side, the middle of the two opinions.</summary>
internal sealed class MedianDrafting(DeliberationTerms terms) : Drafting(terms)
{
    // Three of six voices of 0.7 are half of them only up to rounding. Half is half within this share of it.
    private const double Slack = 1e-12;

    private protected override void Write(Columns text, int issue, Columns opinions, Columns accommodation, ulong[] target, int lanes)
    {
        Span<double> stated = stackalloc double[Members];
        Span<double> weights = stackalloc double[Members];
        Span<int> order = stackalloc int[Members];
        for (var lane = 0; lane < lanes; lane++)
        {
            var (plain, total) = (0.0, 0.0);
            for (var member = 0; member < Members; member++)
            {
                stated[member] = opinions[(member * Issues) + issue, lane];
                weights[member] = Weights[(member * Issues) + issue, lane];
                plain += stated[member];
                total += weights[member];
                InsertInOrder(order, member, stated);
            }

            text[issue, lane] = total == 0 ? plain / Members : Median(order, stated, weights, total / 2);
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

    private static double Median(ReadOnlySpan<int> order, ReadOnlySpan<double> stated, ReadOnlySpan<double> weights, double half)
    {
        var (below, place) = (0.0, 0);
        while (below + weights[order[place]] < half * (1 - Slack))
        {
            below += weights[order[place++]];
        }

        var median = stated[order[place]];
        if (below + weights[order[place]] > half * (1 + Slack))
        {
            return median;
        }

        do
        {
            place++;
        }
        while (weights[order[place]] == 0);
        return (median + stated[order[place]]) / 2;
    }
}

/// <summary>A text given in advance, never redrafted.</summary>
internal sealed class FixedDrafting(DeliberationTerms terms) : Drafting(terms)
{
    private readonly DeliberationTerms _terms = terms;

    public override void Open(WorldDraws worlds)
    {
    }

    private protected override void Write(Columns text, int issue, Columns opinions, Columns accommodation, ulong[] target, int lanes) =>
        text[issue][..lanes].Fill(_terms.Settings.Text[issue]);
}
