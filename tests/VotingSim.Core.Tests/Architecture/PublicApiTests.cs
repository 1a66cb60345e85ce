using PublicApiGenerator;
using VotingSim.Rules;

namespace VotingSim.Core.Tests.Architecture;

public class PublicApiTests
{
    /// <summary>A change shows as a difference from the approved file; approve it by replacing that file with the one received.</summary>
    [Fact]
    public void The_public_API_changes_only_on_purpose() =>
        typeof(DecisionRule).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false })
            .ShouldMatchApproved(options => options.WithFilenameGenerator((_, _, kind, extension) => $"VotingSim.Core.{kind}.{extension}").NoDiff());
}
