using System.Reflection;

namespace TorchSharp.Utils
{
    /// <summary>Gives a module's field another name in the state dictionary than its own.</summary>
    [AttributeUsage(AttributeTargets.Field)]
    public class ComponentNameAttribute : Attribute
    {
        public string? Name { get; set; }
    }
}

namespace TorchSharp
{
    public static class FieldInfoExtensionMethods
    {
        /// <summary>The name under which a module registers what this field holds.</summary>
        public static string ComponentName(this FieldInfo field) =>
            field.GetCustomAttribute<Utils.ComponentNameAttribute>()?.Name ?? field.Name;
    }
}
