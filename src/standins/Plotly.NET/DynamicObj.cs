using System.Diagnostics.CodeAnalysis;
using System.Dynamic;

namespace DynamicObj;

/// <summary>
/// An object whose properties are made by setting them, through <c>dynamic</c> or by name: the plotly.js
/// attributes of a trace, an axis or a layout. It becomes the JSON object with the same properties.
/// </summary>
[SuppressMessage("Naming", "CA1724", Justification = "The package's own name.")]
public class DynamicObj : DynamicObject
{
    /// <summary>The properties, in the order in which they were first set.</summary>
    public Dictionary<string, object> Properties { get; } = [];

    /// <summary>Sets a property, or makes it.</summary>
    public void SetProperty(string propertyName, object propertyValue) => Properties[propertyName] = propertyValue;

    /// <summary>The value of a property.</summary>
    /// <exception cref="MissingMemberException">There is no such property.</exception>
    public object GetPropertyValue(string propertyName) =>
        Properties.TryGetValue(propertyName, out var value)
            ? value
            : throw new MissingMemberException($"No property \"{propertyName}\" exists on this {GetType().Name}.");

    /// <summary>Removes a property; false when there was none.</summary>
    public bool RemoveProperty(string propertyName) => Properties.Remove(propertyName);

    public override bool TryGetMember(GetMemberBinder binder, out object? result) =>
        Properties.TryGetValue(binder.Name, out result);

    public override bool TrySetMember(SetMemberBinder binder, object? value)
    {
        Properties[binder.Name] = value!;
        return true;
    }

    public override IEnumerable<string> GetDynamicMemberNames() => Properties.Keys;
}
