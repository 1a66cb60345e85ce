using System.Collections.Immutable;
using VotingSim.Calendars;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Worlds;

namespace VotingSim.Grains.Tests;

/// <summary>Section 8 of docs/model.md: the terms of one world, with every uncertain parameter drawn and put in its place.</summary>
internal static class PlainUncertainty
{
    public static (DeliberationTerms World, double[] Drawn) Resolve(DeliberationTerms terms, uint replication)
    {
        if (terms.Uncertainty is not { } uncertainty)
        {
            return (terms, []);
        }

        var draw = replication / (uint)uncertainty.PerDraw;
        var row = uncertainty.Posterior is not { } posterior ? []
            : posterior.IsInOrder ? posterior.Rows[(int)(draw % posterior.Rows.Length)]
            : Row(posterior, PlainDraw.Of(terms.Seed, draw, "posterior").Uniform);
        double[] drawn = [.. uncertainty.Parameters.Select(parameter => uncertainty.Posterior?.Columns.IndexOf(parameter.Name) is { } column and >= 0
            ? row[column]
            : At(parameter.Prior, PlainDraw.Of(terms.Seed, draw, parameter.Name)))];
        var world = terms;
        foreach (var (parameter, number) in uncertainty.Parameters.Zip(drawn))
        {
            world = Put(world, parameter, number);
        }

        return (world, drawn);
    }

    /// <summary>By inversion of one uniform; the normal ones by z.</summary>
    private static double At(Prior? prior, PlainDraw draw)
    {
        var u = draw.Uniform;
        return prior switch
        {
            Prior.Uniform p => p.Low + (u * (p.High - p.Low)),
            Prior.LogUniform p => p.Low * Math.Pow(p.High / p.Low, u),
            Prior.Triangular p => u * (p.High - p.Low) <= p.Mode - p.Low
                ? p.Low + Math.Sqrt(u * (p.High - p.Low) * (p.Mode - p.Low))
                : p.High - Math.Sqrt((1 - u) * (p.High - p.Low) * (p.High - p.Mode)),
            Prior.Normal p => p.Mean + (p.Deviation * draw.Normal),
            Prior.LogNormal p => p.Median * Math.Exp(p.LogDeviation * draw.Normal),
            _ => throw new ArgumentOutOfRangeException(nameof(prior), prior, "Not a distribution of section 8."),
        };
    }

    // The first row whose weight, with those before it, is beyond the share u of the whole.
    private static ImmutableArray<double> Row(Posterior posterior, double u)
    {
        double[] weights = [.. posterior.Rows.Select((_, row) => posterior.Weights.IsEmpty ? 1 : posterior.Weights[row])];
        return posterior.Rows[Enumerable.Range(0, weights.Length).First(row => u * weights.Sum() < weights.Take(row + 1).Sum())];
    }

    private static DeliberationTerms Put(DeliberationTerms terms, UncertainParameter parameter, double number)
    {
        var settings = terms.Settings;
        var calendar = settings.Calendar;
        var agenda = calendar.Agenda;
        var urgency = terms.Crisis.Urgency;
        return parameter.Parameter switch
        {
            WorldParameter.PositionNoise => Deliberation(settings with { PositionNoise = New(settings.PositionNoise) }),
            WorldParameter.SalienceNoise => Deliberation(settings with { SalienceNoise = New(settings.SalienceNoise) }),
            WorldParameter.BallotNoise => Deliberation(settings with { BallotNoise = New(settings.BallotNoise) }),
            WorldParameter.DispositionDays => Deliberation(settings with { DispositionDays = New(settings.DispositionDays) }),
            WorldParameter.ConsultationRate => Deliberation(settings with { ConsultationRate = New(settings.ConsultationRate) }),
            WorldParameter.Confidence => Deliberation(settings with { Confidence = New(settings.Confidence) }),
            WorldParameter.ShadowOfTheVote => Deliberation(settings with { ShadowOfTheVote = New(settings.ShadowOfTheVote) }),
            WorldParameter.UrgencyResponse => Deliberation(settings with { UrgencyResponse = New(settings.UrgencyResponse) }),
            WorldParameter.Accommodation => Deliberation(settings with { Accommodation = New(settings.Accommodation) }),
            WorldParameter.HeaviestVoice => Deliberation(settings with { HeaviestVoice = New(settings.HeaviestVoice) }),
            WorldParameter.ChairBias => Deliberation(settings with { ChairBias = New(settings.ChairBias) }),
            WorldParameter.PatienceDays => Meet(calendar with { PatienceDays = New(calendar.PatienceDays) }),
            WorldParameter.AgendaMedianDays => Meet(calendar with { Agenda = agenda with { MedianDays = New(agenda.MedianDays) } }),
            WorldParameter.AgendaSpread => Meet(calendar with { Agenda = agenda with { Spread = New(agenda.Spread) } }),

            WorldParameter.Flexibility => Member(m => m with { Flexibility = New(m.Flexibility) }),
            WorldParameter.Unity => Member(m => m with { Unity = New(m.Unity) }),
            WorldParameter.Reticence => Member(m => m with { Reticence = New(m.Reticence) }),
            WorldParameter.Holdout => Member(m => m with { Holdout = New(m.Holdout) }),
            WorldParameter.ConcessionRate => Member(m => m with { ConcessionRate = New(m.ConcessionRate) }),
            WorldParameter.Influence => Member(m => m with { Influence = New(m.Influence) }),

            WorldParameter.UrgencyInitial => Press(urgency with { Initial = New(urgency.Initial) }),
            WorldParameter.UrgencyGrowth => Press(urgency with { Growth = New(urgency.Growth) }),
            WorldParameter.ShockRate => Press(urgency with { ShockRate = New(urgency.ShockRate) }),
            WorldParameter.ShockSize => Press(urgency with { ShockSize = New(urgency.ShockSize) }),
            WorldParameter.UrgencyCeiling => Press(urgency with { Ceiling = New(urgency.Ceiling) }),

            WorldParameter.Exposure => Stance(s => s with { Exposure = New(s.Exposure) }),
            WorldParameter.Position => Stance(s => s with { Position = Issues(s.Position) }),
            WorldParameter.Salience => Stance(s => s with { Salience = Issues(s.Salience) }),

            WorldParameter.StatusQuo => Issue(issue => issue with { StatusQuo = New(issue.StatusQuo) }),

            WorldParameter.PowerInfluence => Power(p => p with { Influence = New(p.Influence) }),
            WorldParameter.PowerDraftWeight => Power(p => p with { DraftWeight = New(p.DraftWeight) }),
            WorldParameter.PowerPosition => Power(p => p with { Position = Issues(p.Position) }),
            WorldParameter.SponsorWeight => terms.WayAround?.Sponsor is { } sponsor
                ? terms with { WayAround = terms.WayAround with { Sponsor = sponsor with { Weight = New(sponsor.Weight) } } }
                : terms,
            >= WorldParameter.MemoryOutvoted and <= WorldParameter.ComplianceNoise => terms, // of the campaign: PlainCampaign
            _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.Parameter, "Not a parameter that the plain version knows."),
        };

        double New(double configured) => Math.Clamp(parameter.Scales ? configured * number : number, parameter.Lowest, parameter.Highest);

        ImmutableArray<double> Issues(ImmutableArray<double> values) => Each(values, parameter.Issue, New);

        DeliberationTerms Deliberation(DeliberationSettings changed) => terms with { Settings = changed };

        DeliberationTerms Meet(SessionCalendar changed) => Deliberation(settings with { Calendar = changed });

        DeliberationTerms Press(Crises.Urgency changed) => terms with { Crisis = terms.Crisis with { Urgency = changed } };

        DeliberationTerms Member(Func<MemberState, MemberState> change) =>
            terms with { Roster = terms.Roster with { Members = Each(terms.Roster.Members, parameter.Seat, change) } };

        DeliberationTerms Stance(Func<Crises.Stance, Crises.Stance> change) =>
            terms with { Crisis = terms.Crisis with { Stances = Each(terms.Crisis.Stances, parameter.Seat, change) } };

        DeliberationTerms Issue(Func<Crises.Issue, Crises.Issue> change) =>
            terms with { Crisis = terms.Crisis with { Issues = Each(terms.Crisis.Issues, parameter.Issue, change) } };

        DeliberationTerms Power(Func<Crises.ExternalPower, Crises.ExternalPower> change) =>
            terms with { Crisis = terms.Crisis with { ExternalPowers = Each(terms.Crisis.ExternalPowers, parameter.Power, change) } };

        static ImmutableArray<T> Each<T>(ImmutableArray<T> all, int? only, Func<T, T> change) =>
            [.. all.Select((one, index) => only is null || only == index ? change(one) : one)];
    }
}
