namespace VotingSim.Analysis;

/// <summary>The last ballots of a deliberation: the member in seat i is bit i; who is in none of the masks abstained.</summary>
/// <param name="Supporters">Who supported.</param>
/// <param name="Objectors">Who objected, with those that opted out.</param>
/// <param name="OptedOut">Who objected and stays out of the decision.</param>
internal readonly record struct LastBallots(ulong Supporters, ulong Objectors, ulong OptedOut)
{
    /// <summary>Reads ballots that are written as one letter a seat.</summary>
    public static LastBallots Parse(ReadOnlySpan<char> letters)
    {
        var (supporters, objectors, optedOut) = (0UL, 0UL, 0UL);
        for (var seat = 0; seat < letters.Length; seat++)
        {
            var member = 1UL << seat;
            switch (letters[seat])
            {
                case 'S':
                    supporters |= member;
                    break;
                case 'O':
                    objectors |= member;
                    break;
                case 'X':
                    (objectors, optedOut) = (objectors | member, optedOut | member);
                    break;
            }
        }

        return new(supporters, objectors, optedOut);
    }
}
