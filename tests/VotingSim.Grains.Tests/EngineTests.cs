using System.Reflection;
using System.Reflection.PortableExecutable;
using VotingSim.Deliberation;
using VotingSim.Grains.Clustering;

namespace VotingSim.Grains.Tests;

/// <summary>What an engine is known by.</summary>
public class EngineTests
{
    public static TheoryData<Assembly> Modules => [typeof(DeliberationTerms).Assembly, typeof(Engine).Assembly];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Nothing_in_its_modules_tells_in_which_folder_or_at_which_commit_they_were_built(Assembly module)
    {
        using var file = new PEReader(File.OpenRead(module.Location));
        var symbols = file.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView);
        file.ReadCodeViewDebugDirectoryData(symbols).Path.ShouldStartWith("/_/");
        module.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.ShouldNotContain("+");
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a/b")]
    [InlineData("a-name-of-a-machine-that-is-longer-than-any-machine-should-have-and-goes-on-and-on-and-on-and-on-and-on-and-on-and-on")]
    public void The_name_of_a_silo_says_its_engine_and_fits_the_column_of_the_store(string machine)
    {
        var name = Engine.Current.NameSilo(machine);

        Engine.OfSilo(name).ShouldBe(Engine.Current);
        name.Length.ShouldBeLessThanOrEqualTo(150);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Silo_1a2b3")]
    [InlineData("a/0.1.0")]
    [InlineData("a//0123456789abcdef")]
    public void A_silo_that_does_not_say_its_engine_is_a_stranger(string? name)
    {
        Engine.OfSilo(name).ShouldBeNull();
        new PresentSilo(null!, name!).IsOfThisEngine.ShouldBeFalse();
    }
}
