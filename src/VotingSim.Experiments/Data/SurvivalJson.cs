using System.Text.Json;
using VotingSim.Statistics;
using VotingSim.Statistics.Survival;

namespace VotingSim.Experiments.Data;

/// <summary>A survival analysis as JSON. An infinite or undefined number is null.</summary>
public static class SurvivalJson
{
    /// <summary>Writes the document.</summary>
    public static void Write(SurvivalAnalysis analysis, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        Write(json, "horizon", analysis.Horizon);
        json.WriteStartArray("groups");
        foreach (var group in analysis.Groups)
        {
            json.WriteStartObject();
            json.WriteString("group", group.Name);
            json.WriteNumber("n", group.Curve.Total);
            json.WriteNumber("events", group.Curve.Decided);
            Write(json, "lower_quartile", group.Curve.Quantile(0.25));
            Write(json, "median", group.Median);
            Write(json, "upper_quartile", group.Curve.Quantile(0.75));
            json.WriteStartObject("rmst");
            Write(json, "value", group.RestrictedMean.Value);
            Write(json, "standard_error", group.RestrictedMean.StandardError);
            Write(json, "low", group.RestrictedMean.Interval.Low);
            Write(json, "high", group.RestrictedMean.Interval.High);
            json.WriteEndObject();
            json.WriteStartObject("survival");
            Write(json, "days", group.Curve, step => step.Time);
            Write(json, "survival", group.Curve, step => step.Survival);
            Write(json, "low", group.Curve, step => step.Low);
            Write(json, "high", group.Curve, step => step.High);
            Write(json, "at_risk", group.Curve, step => step.AtRisk);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (analysis.LogRank is { } logRank)
        {
            Write(json, "log_rank", logRank.Test);
        }
        else
        {
            json.WriteNull("log_rank");
        }

        if (analysis is { Cox: { } cox, Proportionality: { } proportionality })
        {
            Write(json, cox, proportionality);
        }
        else
        {
            json.WriteNull("cox");
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CoxModel cox, Proportionality proportionality)
    {
        json.WriteStartObject("cox");
        json.WriteString("ties", cox.Ties == Ties.Efron ? "efron" : "breslow");
        json.WriteString("status", cox.Status switch
        {
            CoxStatus.Converged => "converged",
            CoxStatus.Infinite => "infinite",
            CoxStatus.NoInformation => "no_information",
            _ => "not_converged",
        });
        json.WriteStartArray("coefficients");
        foreach (var coefficient in cox.Coefficients)
        {
            json.WriteStartObject();
            json.WriteString("name", coefficient.Name);
            Write(json, "hazard_ratio", coefficient.HazardRatio);
            Write(json, "z", coefficient.Z);
            Write(json, "p", coefficient.P);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "wald", cox.Wald);
        Write(json, "likelihood_ratio", cox.LikelihoodRatio);
        Write(json, "score", cox.Score);
        Write(json, "proportionality", proportionality.Global);
        Write(json, "concordance", cox.Concordance().Interval);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ChiSquareTest test)
    {
        json.WriteStartObject(name);
        Write(json, "chi2", test.ChiSquare);
        json.WriteNumber("df", test.DegreesOfFreedom);
        Write(json, "p", test.P);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Estimate estimate)
    {
        json.WriteStartObject(name);
        Write(json, "value", estimate.Value);
        Write(json, "low", estimate.Low);
        Write(json, "high", estimate.High);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, KaplanMeier curve, Func<SurvivalStep, double> value)
    {
        json.WriteStartArray(name);
        foreach (var step in curve.Steps)
        {
            if (double.IsFinite(value(step)))
            {
                json.WriteNumberValue(value(step));
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
