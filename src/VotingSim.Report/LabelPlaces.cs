namespace VotingSim.Report;

/// <summary>Finds places for labels beside points, where they cover neither one another nor another point.</summary>
internal sealed class LabelPlaces(float left, float top, float right, float bottom)
{
    private const float Height = 15;
    private readonly List<(float Left, float Top, float Right, float Bottom)> _taken = [];
    private readonly List<(float X, float Y)> _points = [];

    /// <summary>Names a point that has a label of its own, so that no other label looks like it.</summary>
    public void Point(float x, float y) => _points.Add((x, y));

    /// <summary>Keeps a rectangle free.</summary>
    public void Keep(float fromX, float fromY, float toX, float toY) => _taken.Add((fromX, fromY, toX, toY));

    /// <summary>Finds the middle of the left side of a label for a point: of the nearest ring with places
    /// that are free the one that is furthest from other points.</summary>
    public (float X, float Y) Find(float x, float y, float width)
    {
        (float Left, float Top, float Right, float Bottom)? best = null;
        var least = float.MaxValue;
        foreach (var distance in new[] { 10f, 14, 18, 23, 28, 34, 40, 54, 70 })
        {
            var free = new List<(float Left, float Top, float Right, float Bottom)>();
            foreach (var (dx, dy) in new[] { (1f, 0f), (-1, 0), (0, -1), (0, 1), (0.8f, -0.8f), (0.8f, 0.8f), (-0.8f, -0.8f), (-0.8f, 0.8f) })
            {
                var fromX = x + (dx * distance) - (dx < 0 ? width : dx > 0 ? 0 : width / 2);
                var fromY = y + (dy * distance) - (Height / 2);
                var place = (fromX, fromY, fromX + width, fromY + Height);
                var overlap = _taken.Sum(other => Overlap(place, other)) + (Outside(place) * Height * 4);
                if (overlap < least)
                {
                    (best, least) = (place, overlap);
                }

                if (overlap == 0)
                {
                    free.Add(place);
                }
            }

            if (free.Count > 0)
            {
                var chosen = free.MaxBy(Solitude);
                _taken.Add(chosen);
                return (chosen.Left, chosen.Top + (Height / 2));
            }
        }

        _taken.Add(best!.Value);
        return (best.Value.Left, best.Value.Top + (Height / 2));
    }

    private float Solitude((float Left, float Top, float Right, float Bottom) place) => _points.Select(point =>
        float.Hypot(((place.Left + place.Right) / 2) - point.X, ((place.Top + place.Bottom) / 2) - point.Y)).Order().Skip(1).FirstOrDefault();

    private float Outside((float Left, float Top, float Right, float Bottom) place) =>
        Math.Max(0, left - place.Left) + Math.Max(0, place.Right - right) + Math.Max(0, top - place.Top) + Math.Max(0, place.Bottom - bottom);

    private static float Overlap((float Left, float Top, float Right, float Bottom) a, (float Left, float Top, float Right, float Bottom) b) =>
        Math.Max(0, Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left)) * Math.Max(0, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top));
}
