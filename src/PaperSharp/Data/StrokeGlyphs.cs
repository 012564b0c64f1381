using System.Globalization;
using System.Numerics;

namespace PaperSharp.Data;

/// <summary>How a hand writes each digit, in a few ways: strokes through points of a unit square, y downwards.</summary>
internal static class StrokeGlyphs
{
    /// <summary>
    /// For each digit its variants. A variant is a list of strokes separated by '/', a stroke a list of points in
    /// percent; '!' marks a corner, every other point is passed smoothly.
    /// </summary>
    private static readonly string[][] s_descriptions =
    [
        [
            "55,2 25,12 12,50 25,88 52,98 80,82 88,45 75,12 50,2",
            "60,6 35,4 14,35 20,80 50,98 78,75 84,35 66,8 48,10",
            "70,10 45,0 20,22 14,62 34,96 66,90 84,55 78,20 58,3",
        ],
        ["50,0 50,100", "62,0 40,100", "34,22 55,2! 52,50 50,100", "30,24 54,2! 52,98! / 28,98 76,98"],
        [
            "16,26 32,6 60,2 78,20 70,46 42,74 12,97! 50,94 90,95",
            "14,24 36,2 70,8 76,34 52,68 26,92 10,86 18,74 44,82 66,96 92,90",
            "20,18 50,0 80,16 74,44 46,70 16,96! 88,90",
        ],
        [
            "16,14 46,0 76,14 70,38 40,48! 76,58 84,80 56,100 14,88",
            "18,8 50,2 80,4! 44,42! 76,54 82,82 50,100 16,90",
            "14,18 44,0 74,16 62,42 38,46 68,52 86,74 62,98 28,98 10,84",
        ],
        [
            "24,2 16,32 14,54! 50,56 88,50 / 70,12 66,56 64,100",
            "66,0 38,34 10,64! 50,64 92,62 / 68,2 66,50 66,100",
            "30,4 18,50! 46,58 76,48! / 82,0 74,50 62,100",
        ],
        [
            "80,3 30,5! 24,44! 52,36 82,56 78,86 46,100 12,90",
            "26,6 22,46! 54,38 80,58 72,90 40,100 14,88 / 26,6 52,8 84,2",
            "76,2 36,4! 20,42! 60,44 84,70 62,96 16,96",
        ],
        [
            "68,2 40,18 18,54 20,86 48,100 78,84 74,60 48,52 22,70",
            "56,0 30,34 16,72 34,98 68,94 78,70 58,56 30,66 20,80",
            "80,8 50,4 22,36 16,74 40,100 72,90 76,64 50,56 20,72",
        ],
        [
            "12,8 50,4 86,4! 60,50 40,100",
            "14,14 16,4! 84,6! 66,40 52,70 46,100 / 34,52 76,48",
            "10,6 44,10 82,2! 72,30 44,64 32,100",
        ],
        [
            "74,16 48,0 24,18 40,42 68,60 78,84 50,100 22,84 32,60 60,40 76,20 68,10",
            "50,2 26,14 32,38 50,46 72,64 70,92 44,100 24,84 34,60 54,46 72,28 68,8 48,2",
            "80,10 52,0 28,16 36,40 64,58 72,84 48,98 26,80 40,56 66,38 82,14",
        ],
        [
            "78,16 52,0 22,18 24,44 52,50 76,30 79,14! 76,56 66,100",
            "74,14 46,2 18,24 28,48 58,44 76,18! 80,50 68,88 40,100 18,92",
            "80,22 60,2 28,8 20,36 44,50 74,34 82,10! 70,60 48,100",
        ],
    ];

    /// <summary>[digit][variant][stroke]: the points that a stroke passes, a corner written twice.</summary>
    public static readonly Vector2[][][][] Digits =
        [.. s_descriptions.Select(digit => digit.Select(Strokes).ToArray())];

    private static Vector2[][] Strokes(string variant) => [.. variant.Split('/').Select(Points)];

    private static Vector2[] Points(string stroke) =>
        [.. stroke.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Point)];

    private static Vector2[] Point(string text)
    {
        var numbers = text.TrimEnd('!').Split(',');
        var point = new Vector2(Percent(numbers[0]), Percent(numbers[1]));
        return text.EndsWith('!') ? [point, point] : [point];
    }

    private static float Percent(string text) => int.Parse(text, CultureInfo.InvariantCulture) / 100f;
}
