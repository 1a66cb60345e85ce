using VotingSim.Deliberation;

namespace VotingSim.Grains.Tests;

/// <summary>Section 3.1: the text on one issue.</summary>
internal sealed partial class PlainDeliberation
{
    private double Draft(int k)
    {
        if (Settings.Drafting == DraftingMethod.Fixed)
        {
            return Settings.Text[k];
        }

        var all = Enumerable.Range(0, _n).ToArray();
        var text = Settings.Drafting switch
        {
            DraftingMethod.Coalition => Mean(k, [.. all.Where(i => _target[i])], i => _w[i] * Voice(i, k), all.Average(i => Voice(i, k))),
            DraftingMethod.Compromise => Mean(k, all, i => Members[i].Influence * _s[i, k], all.Average(i => Members[i].Influence * _s[i, k])),
            _ => Median(k),
        };

        // A mean of texts of 100 can be rounded to more.
        return Math.Clamp(((1 - Settings.ChairBias) * text) + (Settings.ChairBias * _o[Settings.ChairSeat, k]), 0, 100);
    }

    // v_ik
    private double Voice(int i, int k) => Settings.DraftWeights switch
    {
        DraftWeights.Equal => 1,
        DraftWeights.Salience => _s[i, k],
        DraftWeights.Influence => Members[i].Influence,
        _ => Members[i].Influence * _s[i, k],
    };

    // An external power's voice weighs its share of an average member's, V_k.
    private double Mean(int k, int[] over, Func<int, double> weightOf, double average)
    {
        var (sum, weight) = (over.Sum(i => weightOf(i) * _o[i, k]), over.Sum(weightOf));
        foreach (var power in Crisis.ExternalPowers)
        {
            sum += power.DraftWeight * average * power.Position[k];
            weight += power.DraftWeight * average;
        }

        return weight == 0 ? over.Average(i => _o[i, k]) : sum / weight;
    }

    // The middle of all texts that split the weight: at most half of it on either side. Half is half however the sums are rounded.
    private double Median(int k)
    {
        var all = Enumerable.Range(0, _n).ToArray();
        var whole = all.Sum(i => Voice(i, k));
        if (whole == 0)
        {
            return all.Average(i => _o[i, k]);
        }

        var half = whole / 2 * (1 + 1e-12);
        var candidates = all.Where(i => Voice(i, k) > 0
            && all.Where(j => _o[j, k] < _o[i, k]).Sum(j => Voice(j, k)) <= half
            && all.Where(j => _o[j, k] > _o[i, k]).Sum(j => Voice(j, k)) <= half).Select(i => _o[i, k]).ToArray();
        return (candidates.Min() + candidates.Max()) / 2;
    }
}
