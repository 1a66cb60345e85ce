using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VotingSim.Crises;

namespace VotingSim.Configuration;

/// <summary>Reads crises.</summary>
internal static class CrisisReader
{
    private const double SalienceByOrientation = 50;

    private static readonly Urgency DefaultUrgency = new();

    /// <summary>The crisis with a stance for every member and every default but exposures written out, and without points, background, case and
    /// record: what people are told and what happened is no part of what is run, so that no run is another by it. Null where something is
    /// wrong.</summary>
    /// <param name="place">The crisis.</param>
    /// <param name="members">Who sits at the table, resolved; null where that is not known, so that only the crisis itself is checked.</param>
    /// <param name="overrides">Urgency that goes before the crisis's own.</param>
    /// <param name="elsewhere">Codes that nobody at this table has, but somebody; null for those of the tables that ship.</param>
    public static CrisisFile? Resolve(
        ConfigurationNode place, MembersFile? members, UrgencyMap? overrides, IReadOnlySet<string>? elsewhere = null)
    {
        var issues = place["issues"].Elements.Select(issue => issue["name"].Text ?? "").ToArray();
        Distinct.Names("issues", place["issues"].Elements.Select(issue => issue["name"]));
        Distinct.Texts("external powers", place["external-powers"].Elements.SelectMany(power => power["name"].Text == power["code"].Text
            ? (ConfigurationNode[])[power["name"]]
            : [power["name"], power["code"]]));

        foreach (var issue in place["issues"].Elements)
        {
            ScalePoints.Check(issue["points"]);
        }

        CaseReference.Of(place["case"]);
        foreach (var (code, _) in place["stances"].Node as JsonObject ?? [])
        {
            CheckStance(place["stances"][code], issues);
        }

        foreach (var power in place["external-powers"].Elements)
        {
            CheckLength(power["position"], issues);
            CheckLength(power["salience"], issues);
        }

        if (members is not null)
        {
            CheckCodes(place, members, elsewhere ?? RosterReader.ShippedCodes);
        }

        var file = Reading.Read(place, ConfigurationContext.Default.CrisisFile);
        if (file is null || members is null || !CheckOrientations(place, file, members))
        {
            return null;
        }

        var urgency = (overrides ?? new()).Over(file.Urgency);
        var stances = members.Members.ToDictionary(member => member.Code, member => StanceOf(file, member), StringComparer.Ordinal);
        return file with
        {
            Issues =
            [
                .. file.Issues.Select((issue, index) => issue with
                {
                    Points = null,
                    Dimension = issue.Dimension ?? issue.Name,
                    StatusQuo = issue.StatusQuo ?? FarEnd(place["issues"][index], stances.Values.Average(stance => stance.Position[index])),
                }),
            ],
            Stances = stances,
            Urgency = new()
            {
                Initial = urgency.Initial ?? DefaultUrgency.Initial,
                Growth = urgency.Growth ?? DefaultUrgency.Growth,
                ShockRate = urgency.ShockRate ?? DefaultUrgency.ShockRate,
                ShockSize = urgency.ShockSize ?? DefaultUrgency.ShockSize,
                Ceiling = urgency.Ceiling ?? DefaultUrgency.Ceiling,
            },
            ExternalPowers =
            [
                .. file.ExternalPowers.Select(power => power with
                {
                    Affinity = members.Members.ToDictionary(
                        member => member.Code, member => power.Affinity.GetValueOrDefault(member.Code), StringComparer.Ordinal),
                }),
            ],
            Background = null,
            Case = null,
            Record = null,
        };
    }

    /// <summary>The crisis of a resolved file, its stances in the order of seats.</summary>
    /// <param name="file">The resolved file.</param>
    /// <param name="members">Who sits at the table.</param>
    public static Crisis Seat(CrisisFile file, MembersFile members)
    {
        var urgency = file.Urgency!;
        return new()
        {
            Name = file.Crisis,
            Category = file.Category,
            Issues =
            [
                .. file.Issues.Select(issue => new Issue
                {
                    Name = issue.Name,
                    Low = issue.Low,
                    High = issue.High,
                    StatusQuo = issue.StatusQuo!.Value,
                }),
            ],
            Stances = [.. members.Members.Select(member => Seat(file.Stances[member.Code], file))],
            Urgency = new()
            {
                Initial = urgency.Initial!.Value,
                Growth = urgency.Growth!.Value,
                ShockRate = urgency.ShockRate!.Value,
                ShockSize = urgency.ShockSize!.Value,
                Ceiling = urgency.Ceiling!.Value,
            },
            Pressure = CalendarReader.PressureOf(file),
            Agenda = file.Agenda is null ? null : CalendarReader.Over(file.Agenda, new()),
            AtHorizon = ConfigurationWord.Parse<AtHorizon>(file.AtHorizon),
            ExternalPowers =
            [
                .. file.ExternalPowers.Select(power => new ExternalPower
                {
                    Name = power.Name,
                    Position = [.. power.Position],
                    Influence = power.Influence,
                    DraftWeight = power.DraftWeight,
                    Salience = [.. power.Salience ?? []],
                    Affinity = [.. members.Members.Select(member => power.Affinity[member.Code])],
                }),
            ],
        };
    }

    /// <summary>Without a status quo no decision is nobody's wish; the nearest that a point of the scale comes to that is the end that is farther
    /// from what is wanted.</summary>
    private static double FarEnd(ConfigurationNode issue, double wanted)
    {
        var end = wanted < 50 ? 100 : 0;
        issue["name"].Warn(
            $"the status quo of this issue is not given, and {end} is taken for it, the end of the scale farther from what the members want: "
            + "shifts, and outcomes and utilities without a decision, are measured by that and say nothing");
        return end;
    }

    // Made late, and not written into the resolved configuration, so that it follows the saliences of a sweep.
    private static double ExposureOf(StanceMap stance) => stance.Exposure ?? stance.Salience.Average() / 100;

    private static Stance Seat(StanceMap stance, CrisisFile file) => new()
    {
        Position = [.. stance.Position],
        Salience = [.. stance.Salience],
        Exposure = ExposureOf(stance),
        RedLines = stance.RedLine is not { } lines ? [] :
        [
            .. file.Issues.Select(issue => lines.TryGetValue(issue.Name, out var line) ? new Tolerance(line[0], line[1]) : Tolerance.Anything),
        ],
    };

    private static StanceMap StanceOf(CrisisFile file, MemberMap member)
    {
        return file.Stances.GetValueOrDefault(member.Code) ?? new()
        {
            Position = [.. file.Issues.Select(issue => member.Orientation[issue.Dimension ?? issue.Name])],
            Salience = [.. file.Issues.Select(_ => SalienceByOrientation)],
        };
    }

    private static void CheckStance(ConfigurationNode stance, string[] issues)
    {
        CheckLength(stance["position"], issues);
        CheckLength(stance["salience"], issues);
        foreach (var (issue, _) in stance["red-line"].Node as JsonObject ?? [])
        {
            var line = stance["red-line"][issue];
            Reference.Check(line, issue, Referent.Issue, issues);
            if (line.Node is JsonArray { Count: 2 }
                && line.Document.IsClean(line.Path)
                && line[0].Node!.GetValue<double>() > line[1].Node!.GetValue<double>())
            {
                line.Report("the interval is empty; expected [lowest, highest]");
            }
        }
    }

    private static void CheckLength(ConfigurationNode list, string[] issues)
    {
        if (list.Node is JsonArray values && values.Count != issues.Length && issues.Length > 0 && list.Document.IsClean(list.Path))
        {
            list.Report(
                $"this list has {values.Count} values; expected {issues.Length}, one for each issue "
                + $"({string.Join(", ", issues.Select(ContractCheck.Quote))})");
        }
    }

    /// <summary>Codes that are not seated must at least be somebody's: one file serves several tables.</summary>
    private static void CheckCodes(ConfigurationNode place, MembersFile members, IReadOnlySet<string> elsewhere)
    {
        string[] seated = [.. members.Members.Select(member => member.Code)];
        IEnumerable<ConfigurationNode> maps = [place["stances"], .. place["external-powers"].Elements.Select(power => power["affinity"])];
        foreach (var map in maps)
        {
            foreach (var (code, _) in map.Node as JsonObject ?? [])
            {
                Reference.Check(map[code], code, Referent.Member, seated, elsewhere);
            }
        }
    }

    private static bool CheckOrientations(ConfigurationNode place, CrisisFile file, MembersFile members)
    {
        var silent = members.Members.Where(member => !file.Stances.ContainsKey(member.Code)).ToArray();
        var complete = true;
        foreach (var dimension in file.Issues.Select(issue => issue.Dimension ?? issue.Name).Distinct(StringComparer.Ordinal))
        {
            if (silent.Where(member => !member.Orientation.ContainsKey(dimension)).Select(member => member.Code).ToArray() is { Length: > 0 } codes)
            {
                place["stances"].ReportKey(
                    $"no stance for {string.Join(", ", codes)}; expected one here, "
                    + $"or an orientation on '{ContractCheck.Quote(dimension)}' in the members file{Meant(dimension, members)}");
                complete = false;
            }
        }

        return complete;
    }

    private static string Meant(string dimension, MembersFile members) =>
        Nearest.To(dimension, members.Members.SelectMany(member => member.Orientation.Keys).Where(known => known != dimension)) is { } nearest
            ? $"; did you mean '{nearest}'?"
            : "";
}
