using System.Collections.Immutable;

namespace VotingSim.Configuration.Import.Deu;

/// <summary>The member states from 1995 to 2020, and who else speaks.</summary>
/// <remarks>
/// Votes: Treaty establishing the European Community, Art. 205(2), as of 1995; Act of Accession of 2003, Art. 26 (May to October 2004) and Art. 12
/// (Nice, from November 2004); Acts of Accession of 2005 and 2012. Population: as the Council counted it for its votes of 2005 and of 2014, rounded
/// to 0.1 million.
/// </remarks>
internal static class DeuStates
{
    public const string Commission = "com";
    public const string Parliament = "ep";

    /// <summary>All of them, in the order of their English names, which is that of seats.</summary>
    public static readonly ImmutableArray<DeuState> All =
    [
        new("AUT", "Austria", "at", 15, 4, 10, 8.1m, 8.5m),
        new("BEL", "Belgium", "be", 15, 5, 12, 10.4m, 11.2m),
        new("BGR", "Bulgaria", "bu", 27, 0, 10, 7.7m, 7.2m),
        new("HRV", "Croatia", "cr", 28, 0, 7, 4.4m, 4.2m),
        new("CYP", "Cyprus", "cy", 25, 2, 4, 0.7m, 0.9m),
        new("CZE", "Czechia", "cz", 25, 5, 12, 10.2m, 10.5m),
        new("DNK", "Denmark", "dk", 15, 3, 7, 5.4m, 5.6m),
        new("EST", "Estonia", "ee", 25, 3, 4, 1.4m, 1.3m),
        new("FIN", "Finland", "fi", 15, 3, 7, 5.2m, 5.5m),
        new("FRA", "France", "fr", 15, 10, 29, 61.7m, 65.9m),
        new("DEU", "Germany", "de", 15, 10, 29, 82.5m, 80.8m),
        new("GRC", "Greece", "el", 15, 5, 12, 11.0m, 11.0m),
        new("HUN", "Hungary", "hu", 25, 5, 12, 10.1m, 9.9m),
        new("IRL", "Ireland", "ie", 15, 3, 7, 4.0m, 4.6m),
        new("ITA", "Italy", "it", 15, 10, 29, 57.9m, 60.8m),
        new("LVA", "Latvia", "lv", 25, 3, 4, 2.3m, 2.0m),
        new("LTU", "Lithuania", "lt", 25, 3, 7, 3.4m, 2.9m),
        new("LUX", "Luxembourg", "lu", 15, 2, 4, 0.5m, 0.5m),
        new("MLT", "Malta", "mt", 25, 2, 3, 0.4m, 0.4m),
        new("NLD", "Netherlands", "nl", 15, 5, 13, 16.3m, 16.8m),
        new("POL", "Poland", "pl", 25, 8, 27, 38.2m, 38.5m),
        new("PRT", "Portugal", "pt", 15, 5, 12, 10.5m, 10.4m),
        new("ROU", "Romania", "ro", 27, 0, 14, 21.6m, 19.9m),
        new("SVK", "Slovakia", "sk", 25, 3, 7, 5.4m, 5.4m),
        new("SVN", "Slovenia", "si", 25, 3, 4, 2.0m, 2.1m),
        new("ESP", "Spain", "es", 15, 8, 27, 42.3m, 46.5m),
        new("SWE", "Sweden", "se", 15, 4, 10, 9.0m, 9.6m),
        new("GBR", "United Kingdom", "uk", 15, 10, 29, 59.7m, 64.3m),
    ];

    /// <summary>The names of columns of all that have positions.</summary>
    public static ImmutableArray<string> Actors => [Commission, Parliament, .. All.Select(state => state.Label)];

    /// <summary>The member state of a column; null where it is none's.</summary>
    public static DeuState? Of(string label) => All.FirstOrDefault(state => state.Label == label);

    /// <summary>Those that are members where there are so many.</summary>
    public static ImmutableArray<DeuState> Among(int members) => [.. All.Where(state => state.Members <= members)];
}
