using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VotingSim.Calendars;
using VotingSim.Configuration;
using VotingSim.Configuration.Parameters;
using VotingSim.Crises;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Experiments.Plan;

/// <summary>A design point with everything that the arms at it are made of. Points share what does not differ between them.</summary>
/// <param name="Values">Values of the swept parameters.</param>
/// <param name="Roster">Who sits at the table.</param>
/// <param name="Crises">The crises, in the order of the experiment.</param>
/// <param name="Settings">How each of them is deliberated.</param>
/// <param name="Rules">The rules, in the order of the experiment.</param>
/// <param name="Campaign">The campaign; null where crises are single.</param>
internal sealed record DesignPoint(
    ImmutableArray<JsonNode> Values,
    Roster Roster,
    ImmutableArray<Crisis> Crises,
    ImmutableArray<DeliberationSettings> Settings,
    ImmutableArray<DecisionRule> Rules,
    CampaignMap? Campaign)
{
    private const int MostRounds = 100_000;

    /// <summary>All points of a design. What does not fit together is reported.</summary>
    public static ImmutableArray<DesignPoint> All(Design design, ExperimentPieces pieces)
    {
        const ExperimentParts Everything = ExperimentParts.Deliberation | ExperimentParts.Members | ExperimentParts.Crises | ExperimentParts.Rules
            | ExperimentParts.Campaign;
        var (first, tree, parts) = (Of(pieces, Everything, null), pieces.Tree, design.Parts);
        var points = ImmutableArray.CreateBuilder<DesignPoint>(design.Points.Length);
        foreach (var values in design.Points)
        {
            var written = tree.Copy(parts);
            design.Write(values, written);
            if (pieces.With(written, parts, design.Place) is not { } there)
            {
                return [];
            }

            Check(design.Place, there);
            points.Add(Of(there, parts, first) with { Values = values });
        }

        return points.MoveToImmutable();
    }

    /// <summary>The point that pieces make; what is in none of the parts that differ is that of another point.</summary>
    private static DesignPoint Of(ExperimentPieces pieces, ExperimentParts parts, DesignPoint? other)
    {
        var (members, crises) = (parts.HasFlag(ExperimentParts.Members), parts.HasFlag(ExperimentParts.Crises));
        var rules = parts.HasFlag(ExperimentParts.Rules);
        var roster = members || other is null ? RosterReader.Seat(pieces.Members) : other.Roster;
        return new(
            [],
            roster,
            crises || other is null ? [.. pieces.Crises.Select(crisis => CrisisReader.Seat(crisis, pieces.Members))] : other.Crises,
            parts.HasFlag(ExperimentParts.Deliberation) || members || crises || other is null
                ? [.. pieces.Crises.Select(Settings)]
                : other.Settings,
            rules || other is null ? [.. pieces.Rules.Select(rule => rule.Rule)] : other.Rules,
            pieces.Campaign);

        DeliberationSettings Settings(CrisisFile crisis) =>
            SettingsOf(pieces.Deliberation, CalendarReader.Resolve(roster.Calendars, crisis, pieces.Deliberation), roster);
    }

    private static void Check(ConfigurationNode swept, ExperimentPieces pieces)
    {
        var (map, crises) = (pieces.Deliberation, pieces.Crises);
        var (codes, calendars) = (pieces.Members.Members.Select(member => member.Code).ToArray(), CalendarReader.Seat(pieces.Members.Calendar));
        if (map.Chair is { } chair)
        {
            Reference.Check(At("chair"), chair, Referent.Member, codes, isKey: false);
        }

        if (map.ChairBias > 0 && map.Chair is null)
        {
            At("chair-bias").Report($"a chair bias above 0 needs a chair; expected chair: with the code of a member, e.g. chair: {codes[0]}");
        }

        if (map.Drafting == "fixed" && map.Text is null)
        {
            At("drafting").Report("a fixed draft needs a text; expected text: with a value from 0 to 100 per issue, e.g. text: [50]");
        }

        if (map.Drafting == "fixed" && map.Text is { } text && crises.FirstOrDefault(crisis => crisis.Issues.Length != text.Length) is { } other)
        {
            At("text").Report(
                $"the text has {text.Length} values, but crisis {other.Crisis} has {other.Issues.Length} issues; expected a value per issue");
        }

        foreach (var every in crises.Select(crisis => CalendarReader.Resolve(calendars, crisis, map).RoundDays).Distinct())
        {
            if (Math.Ceiling(map.HorizonDays / every) > MostRounds)
            {
                At("round-days").Report(
                    $"a horizon of {map.HorizonDays} days with a session every {every} days has more than {MostRounds} rounds; "
                    + "expected fewer sessions or a nearer horizon");
            }
        }

        // Where the value comes from: the sweep or the deliberation.
        ConfigurationNode At(string key) =>
            swept[$"deliberation.{key}"] is { Node: not null } parameter ? parameter : swept.Document.Whole["deliberation"][key];
    }

    private static DeliberationSettings SettingsOf(DeliberationMap map, SessionCalendar calendar, Roster roster) => new()
    {
        Calendar = calendar,
        HorizonDays = map.HorizonDays,
        Drafting = ConfigurationWord.Parse<DraftingMethod>(map.Drafting),
        Text = [.. map.Text ?? []],
        DraftWeights = ConfigurationWord.Parse<DraftWeights>(map.DraftWeights),
        PositionNoise = map.PositionNoise,
        SalienceNoise = map.SalienceNoise,
        BallotNoise = map.BallotNoise,
        DispositionDays = map.DispositionDays,
        ConsultationRate = map.ConsultationRate,
        Confidence = map.Confidence,
        ShadowOfTheVote = map.ShadowOfTheVote,
        ForesightDays = map.ForesightDays,
        UrgencyResponse = map.UrgencyResponse,
        Accommodation = map.Accommodation,
        HeaviestVoice = map.HeaviestVoice,
        ChairBias = map.ChairBias,
        ChairSeat = Math.Max(0, roster.Members.Select(member => member.Code).ToList().IndexOf(map.Chair ?? "")),
        LossExponent = map.LossExponent,
    };
}
