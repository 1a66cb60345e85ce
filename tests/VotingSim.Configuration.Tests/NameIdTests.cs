namespace VotingSim.Configuration.Tests;

public class NameIdTests
{
    [Theory]
    [InlineData("myanmar-2021", "myanmar-2021")]
    [InlineData("Code of Conduct (2002)", "code-of-conduct-2002")]
    [InlineData("กฎ: สองในสาม <b>", "กฎ-สองในสาม-b")]
    [InlineData("  --a__b..c--  ", "a-b-c")]
    [InlineData("ÉTÉ", "été")]
    [InlineData("မြန်မာ ၂၀၂၁", "မြန်မာ-၂၀၂၁")]
    [InlineData("...", "")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("a\u202Eb", "a-b")]
    public void An_identifier_is_the_letters_and_digits_of_a_name(string name, string id) => NameId.Of(name).ShouldBe(id);

    [Fact]
    public void Two_identifiers_fit_into_the_name_of_a_file()
    {
        System.Text.Encoding.UTF8.GetByteCount(NameId.Of(string.Concat(Enumerable.Repeat("สอง ", 60)))).ShouldBeInRange(80, NameId.MostBytes);
        NameId.Of(new string('a', 80)).Length.ShouldBe(80);
    }

    [Theory]
    [InlineData("plain", null)]
    [InlineData("a\tb", "U+0009")]
    [InlineData("\u001b[31m", "U+001B")]
    [InlineData("a\u0085", "U+0085")]
    [InlineData("a\u202Eb", "U+202E")]
    [InlineData("\u200Dน", null)] // joins, and so belongs to words
    public void Control_characters_are_found(string text, string? first) => ControlCharacter.In(text).ShouldBe(first);
}
