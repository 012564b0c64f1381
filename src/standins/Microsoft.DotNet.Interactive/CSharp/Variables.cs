using System.Reflection;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>
/// The submissions that have run, in the array through which Roslyn's generated code finds them; their fields are
/// the variables of the cells. Slot 0 belongs to a host object, which there is none of.
/// </summary>
internal sealed class Variables
{
    private object?[] _slots = new object?[64];
    private int _next = 1;

    public object?[] Slots => _slots;

    /// <summary>Whether the submission that runs next, or did, has put itself in its place.</summary>
    public bool IsNextTaken => _slots[_next] is not null;

    /// <summary>Makes room for the next submission.</summary>
    public void Reserve()
    {
        if (_next >= _slots.Length)
        {
            Array.Resize(ref _slots, _slots.Length * 2);
        }

        _slots[_next] = null;
    }

    public void Advance() => _next++;

    public bool TryRead(string name, out object? value)
    {
        if (Find(name) is var (field, owner))
        {
            value = field.GetValue(owner);
            return true;
        }

        value = null;
        return false;
    }

    public void Write(string name, object? value)
    {
        if (Find(name) is var (field, owner))
        {
            field.SetValue(owner, value);
        }
    }

    /// <summary>Each variable once, as the latest cell that declares it left it.</summary>
    public IEnumerable<(string Name, Type Type, object? Value)> All()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = _next - 1; i > 0; i--)
        {
            foreach (var field in Fields(_slots[i]!).Where(f => seen.Add(f.Name)))
            {
                yield return (field.Name, field.FieldType, field.GetValue(_slots[i]));
            }
        }
    }

    private (FieldInfo Field, object Owner)? Find(string name)
    {
        for (var i = _next - 1; i > 0; i--)
        {
            if (Fields(_slots[i]!).FirstOrDefault(f => f.Name == name) is { } field)
            {
                return (field, _slots[i]!);
            }
        }

        return null;
    }

    private static IEnumerable<FieldInfo> Fields(object submission) =>
        submission.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(f => !f.Name.StartsWith('<') && f.IsPublic);
}
