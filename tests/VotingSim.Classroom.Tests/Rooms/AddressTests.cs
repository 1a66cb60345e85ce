using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using VotingSim.Classroom.Access;
using VotingSim.Classroom.Rooms;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>By which address phones come, and from which address somebody came.</summary>
public class AddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://localhost:5080/room/ABCDEF", "http://localhost:5080")]
    [InlineData("http://0.0.0.0:5080", "http://192.168.1.7:5080/room/ABCDEF", "http://192.168.1.7:5080")]
    [InlineData("http://[::]:5080", "https://vote.example.org/room/ABCDEF", "https://vote.example.org")]
    public void Phones_come_by_the_address_that_the_teacher_uses(string listening, string used, string expected) => JoinAddress.Of(new(used), new Listening(listening)).ShouldBe([expected]);

    [Fact]
    public void Where_the_teacher_uses_a_name_of_the_machine_alone_phones_come_by_its_addresses()
    {
        var addresses = JoinAddress.Of(new("http://localhost:5080/room/ABCDEF"), new Listening("http://0.0.0.0:5080"));
        addresses.ShouldAllBe(address => new Uri(address).Port == 5080);
        (addresses.Count == 1 && JoinAddress.IsThisMachineOnly(addresses[0]) || addresses.All(address => !JoinAddress.IsThisMachineOnly(address))).ShouldBeTrue();
    }

    [Theory]
    [InlineData("127.0.0.1", Visitor.Here)]
    [InlineData("::1", Visitor.Here)]
    [InlineData("::ffff:127.0.0.1", Visitor.Here)]
    [InlineData("10.1.2.3", "10.1.2.3")]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010db800010002")]
    [InlineData("2001:db8:1:2:ffff::1", "20010db800010002")]
    public void Whoever_changes_the_address_within_his_network_is_the_same_visitor(string address, string expected) =>
        Visitors.AddressOf(IPAddress.Parse(address)).ShouldBe(expected);

    [Fact]
    public void A_name_that_it_was_told_goes_before_addresses() =>
        JoinAddress.Of(new("http://localhost:5080/room/ABCDEF"), new Listening("http://0.0.0.0:5080"), ["vote.example.org"])[0]
            .ShouldBe("http://vote.example.org:5080");

    [Theory]
    [InlineData("abc def", "ABCDEF")]
    [InlineData(" 234-567 ", "234567")]
    [InlineData("ABCDE", null)]
    [InlineData("ABCDEI", null)]
    [InlineData("ABCDE0", null)]
    [InlineData("../../ABCDEF", null)]
    [InlineData(null, null)]
    public void Codes_are_read_as_they_are_typed(string? typed, string? expected) => Secrets.CodeFrom(typed).ShouldBe(expected);

    [Fact]
    public void Codes_and_keys_do_not_come_twice()
    {
        Enumerable.Range(0, 1000).Select(_ => Secrets.NewCode()).ShouldAllBe(code => Secrets.CodeFrom(code) == code);
        Enumerable.Range(0, 1000).Select(_ => Secrets.NewKey()).Distinct().Count().ShouldBe(1000);
        Secrets.NewKey().Length.ShouldBe(43);
    }

    private sealed class Listening : IServer
    {
        public Listening(string address)
        {
            var addresses = new ServerAddressesFeature();
            addresses.Addresses.Add(address);
            Features.Set<IServerAddressesFeature>(addresses);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public void Dispose()
        {
        }

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
