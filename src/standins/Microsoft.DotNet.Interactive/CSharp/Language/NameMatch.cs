namespace Microsoft.DotNet.Interactive.CSharp.Language;

/// <summary>How well a name fits what has been typed of it; the less the better.</summary>
internal static class NameMatch
{
    public const int None = int.MaxValue;

    /// <summary>0: begins so. 1: but for upper and lower case. 2: by its humps, as WL for WriteLine. 3: contains it. None: not at all.</summary>
    public static int Rank(string name, string typed)
    {
        if (name.StartsWith(typed, StringComparison.Ordinal))
        {
            return 0;
        }

        if (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        if (FitsHumps(name, 0, typed, 0))
        {
            return 2;
        }

        return typed.Length > 1 && name.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 3 : None;
    }

    /// <summary>Whether the typed letters are beginnings of successive words of the name.</summary>
    private static bool FitsHumps(string name, int from, string typed, int done)
    {
        if (done == typed.Length)
        {
            return true;
        }

        for (var i = from; i < name.Length; i++)
        {
            if (!IsHump(name, i) || char.ToUpperInvariant(name[i]) != char.ToUpperInvariant(typed[done]))
            {
                continue;
            }

            for (int n = i, t = done; n < name.Length && t < typed.Length && char.ToUpperInvariant(name[n]) == char.ToUpperInvariant(typed[t]); n++, t++)
            {
                if (FitsHumps(name, n + 1, typed, t + 1))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsHump(string name, int i) =>
        i == 0 || (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))) || name[i - 1] == '_' || (char.IsDigit(name[i]) && !char.IsDigit(name[i - 1]));
}
