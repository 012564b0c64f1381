namespace TorchSharp.Interop;

/// <summary>
/// The operators in use, by topic. A new one is a line here, <c>name = new("aten name", "overload")</c>, and a line
/// where the API has it, <c>public Tensor exp() =&gt; Ops.exp.Call(this);</c>.
/// </summary>
internal static partial class Ops
{
}
