using System.Diagnostics;
using VotingSim.Benchmarks;
using VotingSim.Deliberation;
using VotingSim.Rules;
var terms = Worlds.Myanmar(args[0]=="qmv" ? Worlds.Qmv : new Unanimity());
int size = int.Parse(args[1]);
var chair = new Chair(terms);
var table = Enumerable.Range(0, 10).Select(i => new Delegation(PreferenceProfile.Of(terms, i), terms.Settings, terms.Seed)).ToArray();
for (var rep = 0; rep < 8; rep++)
{
    long rounds=0; long o=0,co=0,an=0,cc=0,re=0; 
    for (uint first = 0; first < 32768; first += (uint)size)
    {
        var cohort = new Cohort(first, size);
        var t=Stopwatch.GetTimestamp();
        Reply[] op=[.. table.Select(d => d.Open(cohort))];
        var t2=Stopwatch.GetTimestamp(); o+=t2-t; t=t2;
        chair.Open(cohort, op);
        t2=Stopwatch.GetTimestamp(); co+=t2-t; t=t2;
        Reply[] replies; bool more;
        do { var b = chair.Brief(); replies = Array.ConvertAll(table, d => d.Answer(b)); 
        t2=Stopwatch.GetTimestamp(); an+=t2-t; t=t2;
        more=chair.Conclude(replies);
        t2=Stopwatch.GetTimestamp(); cc+=t2-t; t=t2;
        } while (more);
        var r = chair.Result();
        t2=Stopwatch.GetTimestamp(); re+=t2-t; t=t2;
        rounds += r.Rounds.Sum(x => (long)x);
    }
    double n=rounds*10.0*Stopwatch.Frequency/1e9; double f(long x)=>x/n;
    Console.WriteLine($"per member-round: open {f(o):F2} chairopen {f(co):F2} answer {f(an):F2} conclude {f(cc):F2} result {f(re):F2} total {f(o+co+an+cc+re):F2}; result per replication ns {re*1e9/Stopwatch.Frequency/32768:F0} open per rep {o*1e9/Stopwatch.Frequency/32768:F0}");
}
