using System.Collections;
using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, type and device; the elements are left out.</summary>
        public override string ToString() => TensorText.Metadata(this);

        /// <param name="disamb">True for the elements too.</param>
        /// <param name="fltFormat">A .NET format for real numbers.</param>
        /// <param name="width">Characters per line.</param>
        /// <param name="cultureInfo">The current culture when null.</param>
        /// <param name="newLine">What ends a line.</param>
        public string ToString(
            bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
            => ToString(disamb ? TensorStringStyle.Default : TensorStringStyle.Metadata, fltFormat, width, cultureInfo, newLine);

        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
            => TensorText.Of(this, style, fltFormat, width, cultureInfo, newLine);

        /// <summary>A <see cref="Scalar"/>, or lists of lists of them.</summary>
        public object tolist()
        {
            if (dim() == 0) return ToScalar();
            var list = new ArrayList();
            foreach (var part in unbind())
            {
                using (part) list.Add(part.tolist());
            }

            return list;
        }
    }
}
