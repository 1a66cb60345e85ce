using System.Collections.Immutable;

namespace VotingSim.Classroom.Deliberations;

/// <summary>The words that a class meets, in the order of the alphabet.</summary>
public static class Glossary
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<GlossaryEntry> All { get; } =
    [
        new(
            "abstention",
            "Abstention",
            "A ballot that neither supports nor objects. Under consensus it lets the text pass; under unanimity it blocks; "
            + "under a majority it is one supporter less."),
        new(
            "consensus",
            "Consensus",
            "Nobody objects, and somebody supports. Whoever keeps silent consents. It is not unanimity, for which all have to "
            + "say yes."),
        new(
            "dispensable",
            "Dispensable",
            "Whom the others can do without: the rule would be satisfied though it objects. Such a member concedes faster, in "
            + "the shadow of the vote."),
        new(
            "exposure",
            "Exposure",
            "How hard the crisis hits a member, from 0 to 1: what a month without a decision costs it."),
        new(
            "goodwill",
            "Goodwill",
            "What a member brings from earlier matters: whoever was outvoted has less of it, and swallows less for the sake "
            + "of unity."),
        new(
            "holdout",
            "Holdout",
            "The share of what there is to gain that a member demands at the opening; it gives up part of that as days pass."),
        new(
            "influence",
            "Influence",
            "The weight of a member's voice in talks and drafts. Never of its ballot."),
        new(
            "objection",
            "Objection",
            "A ballot against the text. Under consensus one is enough to stop it."),
        new(
            "outvoted",
            "Outvoted",
            "Who objected and is bound all the same, because the rule did not need it."),
        new(
            "pivotal",
            "Pivotal",
            "Whose ballot alone makes the difference: what was adopted would have failed with its objection, what failed "
            + "would have passed with its support."),
        new(
            "qualified-majority",
            "Qualified majority",
            "A decision by a share of members or of people above one half, such as 55 % of the members with 65 % of the "
            + "population. Nobody can stop it alone."),
        new(
            "quota",
            "Quota",
            "What the supporters have to reach: a number of members, or a share of weights such as population."),
        new(
            "reservation",
            "Reservation",
            "What a member asks for at the least at this point: what no decision is worth to it, and the share of the gain "
            + "that it still holds out for. It falls as waiting costs more."),
        new(
            "reticence",
            "Reticence",
            "How much more than its unity lets it vote for a member swallows in silence, abstaining, rather than object."),
        new(
            "salience",
            "Salience",
            "How much an issue matters to a member: 0 not at all, 100 vital."),
        new(
            "status-quo",
            "Status quo",
            "What stands if nothing is decided."),
        new(
            "unity",
            "Unity",
            "How far a text may fall short of what a member asks for, so that it votes for it all the same."),
        new(
            "worth",
            "Worth",
            "What a text gives a member, from 0 to 100: 100 is its ideal on every issue, and what lies far from it on issues that "
            + "matter to it is worth less."),
    ];

    /// <summary>The entry of a key.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static GlossaryEntry Of(string key) => All.First(entry => entry.Key == key);
}
