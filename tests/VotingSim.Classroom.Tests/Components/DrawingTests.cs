using VotingSim.Classroom.Components;

namespace VotingSim.Classroom.Tests.Components;

/// <summary>Numbers as style sheets and drawings read them.</summary>
public class DrawingTests
{
    [Fact]
    public void Places_and_lengths_are_percentages_with_a_point()
    {
        Drawing.At(12.345).ShouldBe("12.35%");
        Drawing.At(50).ShouldBe("50%");
        Drawing.Share(0.125).ShouldBe("12.5%");
        Drawing.Span(10, 32.5).ShouldBe("left:10%;width:22.5%");
        Drawing.Coordinate(1 / 3.0).ShouldBe("0.3333");
    }
}
