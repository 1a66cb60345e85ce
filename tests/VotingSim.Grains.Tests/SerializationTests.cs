using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using VotingSim.Cohorts;
using VotingSim.Deliberation;
using VotingSim.Grains.Serialization;
using VotingSim.Rules;

namespace VotingSim.Grains.Tests;

/// <summary>What goes from one process to another comes out as it went in.</summary>
public class SerializationTests(SiloFixture silo)
{
    private static readonly Serializer Serializer = new ServiceCollection().AddSerializer(serializer => serializer.AddAssembly(typeof(CohortOrder).Assembly)).BuildServiceProvider().GetRequiredService<Serializer>();

    [Fact]
    public async Task A_result_comes_out_with_every_bit_of_every_column()
    {
        for (var world = 0; world < 40; world++)
        {
            var result = (await silo.DeliberateAsync(new RandomWorld(world).Terms(), replications: 37, traced: 2)).Single();

            var message = ThereAndBack(new CohortMessage(result, Orleans.Runtime.SiloAddress.Zero, 7));

            message.Processors.ShouldBe(7);
            foreach (var property in typeof(CohortResult).GetProperties())
            {
                // Text that tells every double from every other, NaN included.
                Text(property.GetValue(message.Result)).ShouldBe(Text(property.GetValue(result)), property.Name);
            }
        }
    }

    [Fact]
    public async Task Terms_come_out_as_they_went_in_and_deliberate_to_the_same_result()
    {
        for (var world = 0; world < 120; world++)
        {
            var terms = new RandomWorld(world).Terms();

            var order = ThereAndBack(new CohortOrder("arm", terms, new(5, 11), 3));

            (order.Arm, order.Cohort, order.Traced).ShouldBe(("arm", new Cohort(5, 11), 3L));
            Text(order.Terms).ShouldBe(Text(terms));
            order.Terms.Rule.GetType().ShouldBe(terms.Rule.GetType());
            if (world % 10 == 0)
            {
                Text((await silo.DeliberateAsync(order.Terms, 20)).Single()).ShouldBe(Text((await silo.DeliberateAsync(terms, 20)).Single()));
            }
        }
    }

    [Fact]
    public void Every_kind_of_rule_and_weight_comes_out_as_itself()
    {
        foreach (var kind in typeof(DecisionRule).Assembly.GetTypes().Where(type => !type.IsAbstract && (typeof(DecisionRule).IsAssignableFrom(type) || typeof(VotingWeight).IsAssignableFrom(type))))
        {
            var value = Make(kind);
            var known = typeof(DecisionRule).IsAssignableFrom(kind) ? typeof(DecisionRule) : typeof(VotingWeight);

            var back = JsonSerializer.Deserialize(JsonSerializer.Serialize(value, known, CoreJson.Options), known, CoreJson.Options);

            back.ShouldNotBeNull().GetType().ShouldBe(kind);
            JsonSerializer.Serialize(back, known, CoreJson.Options).ShouldBe(JsonSerializer.Serialize(value, known, CoreJson.Options));
        }
    }

    [Fact]
    public void Terms_that_recur_are_read_once()
    {
        var terms = new RandomWorld(3).Terms();

        ThereAndBack(new CohortOrder("arm", terms, new(0, 1), 0)).Terms.ShouldBeSameAs(ThereAndBack(new CohortOrder("arm", terms, new(1, 1), 0)).Terms);
    }

    [Fact]
    public async Task The_messages_of_a_room_come_out_as_they_went_in_while_it_goes_on_and_at_its_end()
    {
        var terms = new RandomWorld(5).TermsWithoutWait();
        var acts = new RoundActs([new(0, Ballot.Objection, [10, 20.5]), new(1, null, [])], [1.0 / 3], CallsVote: true);
        Text(ThereAndBack(acts)).ShouldBe(Text(acts));
        var order = new RoomOrder(terms, 3);
        Text(ThereAndBack(order)).ShouldBe(Text(order));

        var room = silo.Grains.GetGrain<IRoomGrain>("sent");
        var agenda = await room.ConveneAsync(order);
        Text(ThereAndBack(agenda)).ShouldBe(Text(agenda));
        for (RoundMessage? round = null; round?.Result is null;)
        {
            round = await room.HoldRoundAsync(RoundActs.None);
            Text(ThereAndBack(round)).ShouldBe(Text(round));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Campaigns_and_what_came_of_them_come_out_as_they_went_in(int index)
    {
        var terms = new RandomCampaign(index).Terms();
        var order = new CampaignOrder("arm", terms, new(3, 20), 2, "engine");
        var sent = ThereAndBack(order);
        Text(sent.Terms).ShouldBe(Text(terms));
        (sent.Arm, sent.Cohort, sent.Traced, sent.Engine).ShouldBe((order.Arm, order.Cohort, order.Traced, order.Engine));
        ReferenceEquals(ThereAndBack(order).Terms, sent.Terms).ShouldBeTrue();

        var message = await silo.Grains.GetGrain<IChairGrain>("sent").HoldCampaignsAsync(order with { Engine = null });
        Text(ThereAndBack(message).Result).ShouldBe(Text(message.Result));
        CampaignBits.Of([(await silo.Grains.GetGrain<IChairGrain>("other").HoldCampaignsAsync(sent with { Engine = null })).Result])
            .ShouldBe(CampaignBits.Of([message.Result]));
    }

    // Briefs and replies stay in their silo, where they pass by reference; nothing could send them elsewhere unnoticed.
    [Fact]
    public void A_brief_cannot_leave_its_process() => Should.Throw<CodecNotFoundException>(() => Serializer.SerializeToArray(new BriefMessage(new()
    {
        Round = 0, Lanes = 0, Kept = default, Replications = [], Opinions = new(0, 0), Draft = new(0, 0), Urgency = [], LastUrgency = [], Dispensable = [],
    })));

    private static T ThereAndBack<T>(T value) => Serializer.Deserialize<T>(Serializer.SerializeToArray(value))!;

    private static string Text(object? value) => JsonSerializer.Serialize(value, CoreJson.Options);

    // A value of a kind with something in every place.
    private static object Make(Type kind)
    {
        var constructor = kind.GetConstructors().OrderBy(constructor => constructor.GetParameters().Length).Last();
        var value = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Sample(parameter.ParameterType))]);
        foreach (var property in kind.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            property.SetValue(value, Sample(property.PropertyType));
        }

        return value;
    }

    private static object Sample(Type type) => type switch
    {
        _ when type == typeof(DecisionRule) => new ConsensusMinus(2),
        _ when type == typeof(VotingWeight) => new VotingWeight.Population(),
        _ when type == typeof(Quota) => Quota.MoreThan(0.550m),
        _ when type == typeof(int) => 3,
        _ when type == typeof(double) => 0.1 + 0.2,
        _ when type == typeof(bool) => true,
        _ when type == typeof(string) => "security",
        _ when type == typeof(System.Collections.Immutable.ImmutableArray<DecisionRule>) => System.Collections.Immutable.ImmutableArray.Create<DecisionRule>(new Consensus(), new OptOut(1, new Unanimity())),
        _ when type == typeof(System.Collections.Immutable.ImmutableArray<string>) => System.Collections.Immutable.ImmutableArray.Create("IDN", "VNM"),
        _ when type == typeof(System.Collections.Immutable.ImmutableSortedDictionary<string, DecisionRule>) =>
            System.Collections.Immutable.ImmutableSortedDictionary<string, DecisionRule>.Empty.Add("security", new Consensus()),
        _ when type == typeof(System.Collections.Immutable.ImmutableSortedDictionary<string, decimal>) => System.Collections.Immutable.ImmutableSortedDictionary<string, decimal>.Empty.Add("IDN", 1.50m),
        _ => throw new NotSupportedException($"No sample of {type}: add one."),
    };
}
