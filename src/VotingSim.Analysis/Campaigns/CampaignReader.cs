using VotingSim.Calendars;
using VotingSim.Campaigns;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis.Campaigns;

/// <summary>Reads the campaigns of an arm from the rows of their matters and years.</summary>
internal static class CampaignReader
{
    // What the years' file has besides arm, rule, parameters, replication and year.
    private static readonly string[] OfYears =
    [
        "arisen", "consent", "vote", "minilateral", "undecided", "open", "outvoted", "carried_out", "effect", "agreement_index",
        "positional_cohesion", "goodwill_mean", "goodwill_min",
    ];

    /// <summary>Names of what is told of every year.</summary>
    public static IReadOnlyList<string> YearNames => OfYears;

    public static async Task<CampaignColumns> ReadAsync(ExperimentPlan plan, ResultsFolder folder, Arm arm)
    {
        var (count, members, years) = ((int)plan.Replications, arm.Terms.Roster.Size, arm.Campaign!.Years);
        var measures = CampaignMeasure.Names.ToDictionary(name => name, _ => new double[count], StringComparer.Ordinal);
        var byYear = Enumerable.Range(0, years)
            .Select(_ => OfYears.ToDictionary(name => name, _ => new double[count], StringComparer.Ordinal)).ToArray();
        string[] names = [.. arm.Terms.Uncertainty?.Parameters.Select(parameter => parameter.Name) ?? []];
        var parameters = Array.ConvertAll(names, _ => Undefined(count));
        var tally = new MatterTally(members, years, count, measures, HorizonOfAcute(arm), RulesBefore(arm));
        var ways = new MatterWays(years * CampaignTerms.DaysOfYear);
        string[] codes = [.. arm.Terms.Roster.Members.Select(member => member.Code)];
        var goodwill = Enumerable.Range(0, years).Select(_ => Array.ConvertAll(codes, _ => new double[count])).ToArray();
        var layout = folder.LayoutOf(plan);
        foreach (var part in Enumerable.Range(0, layout.CountOf(arm)).Select(index => layout.PlaceOf(arm, index).Part))
        {
            await using (var matters = await ParquetRows.OpenAsync(folder.RowsOf(part)))
            {
                await tally.AddAsync(matters);
                await ways.AddAsync(matters);
                await ReadParametersAsync(matters, names, parameters);
            }

            await using var rows = await ParquetRows.OpenAsync(Path.Combine(folder.Years, part.FileName));
            var replications = await rows.NumbersAsync("replication");
            foreach (var name in OfYears)
            {
                var values = await rows.NumbersAsync(name);
                for (var row = 0; row < values.Length; row++)
                {
                    byYear[row % years][name][(int)replications[row]] = values[row];
                }
            }

            foreach (var (seat, code) in codes.Index())
            {
                var values = await rows.NumbersAsync(YearColumns.OfMember(code));
                for (var row = 0; row < values.Length; row++)
                {
                    goodwill[row % years][seat][(int)replications[row]] = values[row];
                }
            }
        }

        tally.Finish();
        var last = byYear[^1];
        foreach (var (measure, column) in new[] { ("goodwill_mean", "goodwill_mean"), ("goodwill_min", "goodwill_min"), ("open_at_end", "open") })
        {
            last[column].CopyTo(measures[measure], 0);
        }

        return new()
        {
            Measures = measures,
            Years = byYear,
            Goodwill = goodwill,
            Matters = ways.Of(count),
            Parameters = parameters,
            Outvoted = Mean(tally.Outvoted),
            LeftOut = Mean(tally.LeftOut),
        };

        double[] Mean(long[] totals) => Array.ConvertAll(totals, total => (double)total / count);
    }

    // The horizon of each crisis that is acute, by its name.
    private static Dictionary<string, double> HorizonOfAcute(Arm arm) => arm.Campaign!.Streams.Select(stream => stream.Terms)
        .Where(terms => terms.Crisis.Pressure == Pressure.Acute).DistinctBy(terms => terms.Crisis.Name)
        .ToDictionary(terms => terms.Crisis.Name, terms => terms.Settings.HorizonDays, StringComparer.Ordinal);

    // By stream, the rule before a reform; null where there is none.
    private static string[]? RulesBefore(Arm arm) => arm.Campaign!.Reform is null ? null : [.. arm.StreamRules.Select(stream => stream.Rule)];

    private static double[] Undefined(int count)
    {
        var column = new double[count];
        Array.Fill(column, double.NaN);
        return column;
    }

    // The same in all matters of a campaign.
    private static async Task ReadParametersAsync(ParquetColumns matters, string[] names, double[][] parameters)
    {
        var replications = names.Length == 0 ? [] : await matters.NumbersAsync("replication");
        foreach (var (name, column) in names.Zip(parameters))
        {
            var drawn = await matters.NumbersAsync(name);
            for (var row = 0; row < drawn.Length; row++)
            {
                column[(int)replications[row]] = drawn[row];
            }
        }
    }

    // The matters of all campaigns of an arm on their way to the measures.
    private sealed class MatterTally(
        int members, int years, int count, Dictionary<string, double[]> measures, Dictionary<string, double> horizonOfAcute, string[]? rulesBefore)
    {
        private readonly double _end = years * CampaignTerms.DaysOfYear;
        private readonly int[] _times = new int[count * members];
        private readonly int[] _texts = new int[count];
        private readonly int[] _ended = new int[count];
        private readonly int[] _sessions = new int[count];
        private readonly int[] _acute = new int[count];
        private readonly double[] _whole = new double[count]; // effect through the whole bloc

        public long[] Outvoted { get; } = new long[members];

        public long[] LeftOut { get; } = new long[members];

        public async Task AddAsync(ParquetColumns rows)
        {
            var replications = await rows.NumbersAsync("replication");
            var (opened, days) = (await rows.NumbersAsync("opened_day"), await rows.NumbersAsync("days"));
            var (carriedOut, effect) = (await rows.NumbersAsync("carried_out"), await rows.NumbersAsync("effect"));
            var (agreement, cohesion) = (await rows.NumbersAsync("agreement_index"), await rows.NumbersAsync("positional_cohesion"));
            var (endings, ballots) = (await rows.LettersAsync("ending"), await rows.LettersAsync("ballots"));
            var crises = horizonOfAcute.Count == 0 ? null : await rows.LettersAsync("crisis");
            var streams = rulesBefore is null ? null : await rows.NumbersAsync("stream");
            var rules = rulesBefore is null ? null : await rows.LettersAsync("rule_in_force");
            for (var row = 0; row < replications.Length; row++)
            {
                var campaign = (int)replications[row];
                measures["arisen"][campaign]++;
                measures["reformed_share"][campaign] += rules is not null && !rules[row].Span.SequenceEqual(rulesBefore![(int)streams![row]]) ? 1 : 0;
                if (crises is not null && horizonOfAcute.TryGetValue(crises[row].Span.ToString(), out var horizon))
                {
                    // A decision of the bloc, within the years, that half of the members carry out; otherwise none came of it.
                    var withstood = endings[row].Span is "consent" or "vote" && carriedOut[row] >= 0.5 && opened[row] + days[row] <= _end;
                    _acute[campaign]++;
                    measures["resilience_share"][campaign] += withstood ? 1 : 0;
                    measures["resilience_days"][campaign] += withstood ? days[row] : horizon;
                }

                if (opened[row] + days[row] > _end)
                {
                    continue; // after the last day
                }

                var ending = endings[row].Span.ToString();
                _ended[campaign]++;
                measures["positional_cohesion"][campaign] += cohesion[row];
                if (!double.IsNaN(agreement[row]))
                {
                    _sessions[campaign]++;
                    measures["agreement_index"][campaign] += agreement[row];
                }

                if (ending is "failed" or "open")
                {
                    continue;
                }

                _texts[campaign]++;
                measures["carried_out"][campaign] += carriedOut[row];
                measures["effect_per_year"][campaign] += effect[row] / years;
                measures[$"{ending}_per_year"][campaign] += 1.0 / years;
                if (ending != "minilateral")
                {
                    measures["decided_per_year"][campaign] += 1.0 / years;
                    measures["mean_days"][campaign] += days[row];
                    _whole[campaign] += effect[row] / years;
                }

                Count(campaign, ending, ballots[row].Span);
            }
        }

        public void Finish()
        {
            for (var campaign = 0; campaign < count; campaign++)
            {
                var decided = Math.Round(measures["decided_per_year"][campaign] * years);
                measures["mean_days"][campaign] /= decided; // none of none is undefined
                measures["carried_out_per_year"][campaign] = measures["carried_out"][campaign] / years;
                measures["carried_out"][campaign] /= _texts[campaign];
                measures["centrality"][campaign] = _whole[campaign] / measures["effect_per_year"][campaign];
                measures["agreement_index"][campaign] /= _sessions[campaign];
                measures["positional_cohesion"][campaign] /= _ended[campaign];
                measures["resilience_share"][campaign] /= _acute[campaign];
                measures["reformed_share"][campaign] /= measures["arisen"][campaign];
                measures["resilience_days"][campaign] /= _acute[campaign];
                measures["outvoted_gini"][campaign] = Gini(_times.AsSpan(campaign * members, members));
            }
        }

        // X is whoever stays out: of what the willing do, everybody that did not support.
        private void Count(int campaign, string ending, ReadOnlySpan<char> ballots)
        {
            for (var seat = 0; seat < members; seat++)
            {
                if (ending == "vote" && ballots[seat] == 'O')
                {
                    _times[(campaign * members) + seat]++;
                    Outvoted[seat]++;
                    measures["outvoted_per_year"][campaign] += 1.0 / years;
                }

                LeftOut[seat] += ending == "minilateral" && ballots[seat] == 'X' ? 1 : 0;
            }
        }

        // Mean absolute difference over twice the mean; 0 where nobody was ever outvoted.
        private static double Gini(ReadOnlySpan<int> times)
        {
            var (sum, differences) = (0L, 0L);
            foreach (var one in times)
            {
                sum += one;
                foreach (var other in times)
                {
                    differences += Math.Abs(one - other);
                }
            }

            return sum == 0 ? 0 : (double)differences / (2 * times.Length * sum);
        }
    }
}
