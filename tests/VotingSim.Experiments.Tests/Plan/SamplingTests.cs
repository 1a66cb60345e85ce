using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Tests.Plan;

public sealed class SamplingTests
{
    private static readonly string[] MemberKeys = ["influence", "flexibility", "unity", "holdout", "concession-rate"];

    [Fact]
    public void Every_slice_of_every_dimension_of_a_latin_hypercube_holds_one_point()
    {
        const int points = 100;
        var cube = Sampling.LatinHypercube(points, 4, seed: 5);
        for (var dimension = 0; dimension < 4; dimension++)
        {
            cube.Select(point => (int)Math.Floor(point[dimension] * points)).Order().ShouldBe(Enumerable.Range(0, points));
        }

        // Dimensions are not each other's copies, and the seed matters.
        cube.ShouldAllBe(point => point[0] != point[1]);
        Sampling.LatinHypercube(points, 4, seed: 6)[0].ShouldNotBe(cube[0]);
    }

    [Fact]
    public void Points_of_a_latin_hypercube_are_uniform_inside_their_slices()
    {
        // 10,000 jitters: the mean has standard deviation 1 / sqrt(12 * 10,000) = 0.0029; the bound is five of them.
        const int points = 10_000;
        var jitter = Sampling.LatinHypercube(points, 1, seed: 1).Select(point => (point[0] * points) - Math.Floor(point[0] * points));
        jitter.Average().ShouldBe(0.5, 0.0145);
    }

    // Joe & Kuo's web page on the sequence, ten points in three dimensions, and points 118 and 122 with their direction numbers new-joe-kuo-6.21201.
    [Theory]
    [InlineData(0, 0.0, 0.0, 0.0)]
    [InlineData(1, 0.5, 0.5, 0.5)]
    [InlineData(2, 0.75, 0.25, 0.25)]
    [InlineData(3, 0.25, 0.75, 0.75)]
    [InlineData(4, 0.375, 0.375, 0.625)]
    [InlineData(5, 0.875, 0.875, 0.125)]
    [InlineData(6, 0.625, 0.125, 0.875)]
    [InlineData(7, 0.125, 0.625, 0.375)]
    [InlineData(8, 0.1875, 0.3125, 0.9375)]
    [InlineData(9, 0.6875, 0.8125, 0.4375)]
    [InlineData(118, 0.6953125, 0.4765625, 0.9921875, 0.3203125, 0.4140625, 0.5234375, 0.8046875, 0.3828125, 0.1015625, 0.3515625)]
    [InlineData(122, 0.8828125, 0.2890625, 0.6796875, 0.7578125, 0.6015625, 0.9609375, 0.8671875, 0.4453125, 0.0390625, 0.6640625)]
    public void Sobol_points_before_the_shift_are_the_published_ones(int index, params double[] published) =>
        Sampling.SobolDigits(index + 1, published.Length).Last().Select(digits => digits / 4294967296.0).ShouldBe(published);

    // SciPy 1.10.1: qmc.Sobol(64, scramble=False, bits=32).random(1024)[1000], dimensions 11 to 64.
    [Fact]
    public void Sobol_points_of_many_dimensions_are_SciPys() =>
        Sampling.SobolDigits(1001, 64).Last().Skip(10).Select(digits => digits / 4294967296.0).ShouldBe(
        [
            0.0849609375, 0.2548828125, 0.1611328125, 0.3837890625, 0.1435546875, 0.3701171875, 0.7197265625, 0.3447265625, 0.9912109375,
            0.7255859375, 0.5224609375, 0.5498046875, 0.9501953125, 0.5400390625, 0.5830078125, 0.9072265625, 0.0400390625, 0.9794921875,
            0.0595703125, 0.3408203125, 0.1474609375, 0.1455078125, 0.2958984375, 0.5927734375, 0.8017578125, 0.7705078125, 0.8486328125,
            0.8310546875, 0.3076171875, 0.4794921875, 0.9130859375, 0.2548828125, 0.9599609375, 0.7021484375, 0.8408203125, 0.0927734375,
            0.8720703125, 0.9189453125, 0.9990234375, 0.4794921875, 0.3525390625, 0.5166015625, 0.7529296875, 0.4384765625, 0.1259765625,
            0.8916015625, 0.4541015625, 0.0791015625, 0.8837890625, 0.5712890625, 0.4462890625, 0.6025390625, 0.2587890625, 0.4462890625,
        ]);

    [Fact]
    public void Every_polynomial_of_the_sequence_is_primitive_and_its_initial_numbers_are_odd_and_small()
    {
        foreach (var (degree, coefficients, initial) in SobolDirections.Polynomials)
        {
            // Primitive: x has the order 2^degree - 1 modulo the polynomial.
            var (polynomial, power, order) = (1u << degree | coefficients << 1 | 1, 1u, 0);
            do
            {
                power <<= 1;
                power ^= (power >> degree & 1) * polynomial;
                order++;
            }
            while (power != 1);

            order.ShouldBe((1 << degree) - 1);
            initial.Length.ShouldBe(degree);
            initial.Select((number, bit) => number % 2 == 1 && number < 2u << bit).ShouldAllBe(isSound => isSound);
        }

        SobolDirections.Polynomials.Select(polynomial => (polynomial.Degree, polynomial.Coefficients)).Distinct().Count().ShouldBe(63);
    }

    [Fact]
    public void Every_dimension_of_the_first_2_to_the_k_shifted_sobol_points_fills_every_slice_once()
    {
        const int points = 1024;
        var cube = Sampling.Sobol(points, Sampling.MostSobolDimensions, seed: 9);
        for (var dimension = 0; dimension < Sampling.MostSobolDimensions; dimension++)
        {
            cube.Select(point => (int)(point[dimension] * points)).Order().ShouldBe(Enumerable.Range(0, points));
        }

        cube[0].ShouldAllBe(share => share > 0 && share < 1);
        Sampling.Sobol(points, 2, seed: 10)[0].ShouldNotBe(cube[0].Take(2));
    }

    [Fact]
    public void A_sample_of_ranges_stays_in_them_and_does_not_depend_on_the_number_of_rules()
    {
        using var folder = new ConfigurationFolder();
        folder.Write("experiment.yaml", ConfigurationFolder.Experiment
            + "\nsweep: { sobol: { samples: 8, parameters: { urgency.growth: [2, 4], deliberation.ballot-noise: [0.1, 0.3] } } }");
        var plan = folder.Read();
        plan.Arms.Length.ShouldBe(16);
        plan.Arms.ShouldAllBe(arm => arm.Terms.Crisis.Urgency.Growth > 2 && arm.Terms.Crisis.Urgency.Growth < 4
            && arm.Terms.Settings.BallotNoise > 0.1 && arm.Terms.Settings.BallotNoise < 0.3);
        plan.Arms.Select(arm => (int)(4 * (arm.Terms.Crisis.Urgency.Growth - 2))).CountBy(slice => slice).ShouldAllBe(slice => slice.Value == 2);
        folder.Read("rules=[unanimity]").Arms.Select(arm => arm.Parameters[0].Number)
            .ShouldBe(plan.Arms.Where(arm => arm.Rule == "consensus").Select(arm => arm.Parameters[0].Number));
        folder.Read("seed=8").Arms[0].Parameters[0].ShouldNotBe(plan.Arms[0].Parameters[0]);
    }

    [Fact]
    public void Saltellis_design_has_blocks_in_which_one_parameter_after_another_comes_from_another_sample()
    {
        using var folder = new ConfigurationFolder();
        folder.Write("experiment.yaml", ConfigurationFolder.Experiment
            + "\nsweep: { saltelli: { samples: 16, parameters: { urgency.growth: [2, 4], deliberation.ballot-noise: [0.1, 0.3], members.AAA.unity: [0, 1] } } }");
        var plan = folder.Read("rules=[consensus]");

        plan.Sweep.Kind.ShouldBe(SweepKind.Saltelli);
        plan.Sweep.Ranges.ShouldBe([new(2, 4), new(0.1, 0.3), new(0, 1)]);
        plan.Arms.Length.ShouldBe(16 * 5);
        foreach (var block in plan.Arms.Select(arm => arm.Parameters.Select(value => value.Number!.Value).ToArray()).Chunk(5))
        {
            var (a, b) = (block[0], block[^1]);
            block[1..^1].ShouldBe([[b[0], a[1], a[2]], [a[0], b[1], a[2]], [a[0], a[1], b[2]]]);
            a.Zip(b).ShouldAllBe(pair => pair.First != pair.Second);
        }

        // Both samples fill every sixteenth of every range once.
        foreach (var sample in new[] { 0, 4 })
        {
            plan.Arms.Chunk(5).Select(block => (int)(16 * plan.Sweep.Ranges[0].ShareOf(block[sample].Parameters[0].Number!.Value))).Order().ShouldBe(Enumerable.Range(0, 16));
        }
    }

    [Fact]
    public void Morriss_design_moves_one_parameter_at_a_time_and_stays_in_the_ranges()
    {
        using var folder = new ConfigurationFolder();
        folder.Write("experiment.yaml", ConfigurationFolder.Experiment
            + "\nsweep: { morris: { trajectories: 20, parameters: { urgency.growth: [0.1, 0.7], members.unity: [0.3, 1] } } }");
        var plan = folder.Read("rules=[consensus]");

        plan.Sweep.Kind.ShouldBe(SweepKind.Morris);
        plan.Arms.Length.ShouldBe(20 * 3);
        plan.Arms.ShouldAllBe(arm => arm.Parameters[0].Number >= 0.1 && arm.Parameters[0].Number <= 0.7 && arm.Parameters[1].Number >= 0.3 && arm.Parameters[1].Number <= 1);
        plan.Arms.Chunk(3).Select(trajectory => Moved(trajectory[0], trajectory[1]) + Moved(trajectory[1], trajectory[2])).ShouldAllBe(moved => moved == 3);
        folder.Read("rules=[consensus]", "seed=8").Arms.Select(arm => arm.Parameters[0]).ShouldNotBe(plan.Arms.Select(arm => arm.Parameters[0]));

        // 1 for the first parameter alone, 2 for the second, 3 for both.
        static int Moved(Arm from, Arm to) => (from.Parameters[0] == to.Parameters[0] ? 0 : 1) + (from.Parameters[1] == to.Parameters[1] ? 0 : 2);
    }

    [Theory]
    [InlineData("sobol", 64)]
    [InlineData("saltelli", 32)]
    public void A_sequence_has_so_many_dimensions_and_not_more(string design, int most)
    {
        using var folder = new ConfigurationFolder();
        var codes = Enumerable.Range(0, 13).Select(index => $"A{(char)('A' + index)}A").ToArray();
        folder.Write("members.yaml", "members:\n" + string.Join('\n', codes.Select(code => $"  - {{ code: {code}, population: 1, orientation: {{ budget: 30 }} }}")));
        folder.Write("crisis.yaml", ConfigurationFolder.Crisis.Replace("BBB", "AAA", StringComparison.Ordinal).Replace("CCC", "ABA", StringComparison.Ordinal));
        var parameters = codes.SelectMany(code => MemberKeys.Select(key => $"members.{code}.{key}: [0.1, 0.9]")).ToArray();

        Write(most);
        folder.Problems().ShouldBeEmpty();
        Write(most + 1);
        folder.Problems().ShouldHaveSingleItem().ShouldEndWith($"sweep.{design}.parameters: {most + 1} parameters; expected at most {most} (latin-hypercube and morris take any number)");

        void Write(int count) => folder.Write("experiment.yaml", $"{ConfigurationFolder.Experiment}\nsweep: {{ {design}: {{ samples: 2, parameters: {{ {string.Join(", ", parameters[..count])} }} }} }}");
    }
}
