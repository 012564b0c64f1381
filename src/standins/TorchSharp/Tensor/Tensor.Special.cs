using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor digamma() => Ops.digamma.Call(this);

        public Tensor digamma_() => Ops.digamma_.InPlace(this);

        public Tensor lgamma() => Ops.lgamma.Call(this);

        public Tensor lgamma_() => Ops.lgamma_.InPlace(this);

        public Tensor mvlgamma(long p) => Ops.mvlgamma.Call(this, p);

        public Tensor mvlgamma_(long p) => Ops.mvlgamma_.InPlace(this, p);

        public Tensor polygamma_(long p) => Ops.polygamma_.InPlace(this, p);

        public Tensor igamma(Tensor other) => Ops.igamma.Call(this, other);

        public Tensor igammac(Tensor other) => Ops.igammac.Call(this, other);

        public Tensor i0() => Ops.i0.Call(this);

        public Tensor i0_() => Ops.i0_.InPlace(this);

        public Tensor erf() => Ops.erf.Call(this);

        public Tensor erf_() => Ops.erf_.InPlace(this);

        public Tensor erfc() => Ops.erfc.Call(this);

        public Tensor erfc_() => Ops.erfc_.InPlace(this);

        public Tensor erfinv() => Ops.erfinv.Call(this);

        public Tensor erfinv_() => Ops.erfinv_.InPlace(this);

        public Tensor sigmoid() => Ops.sigmoid.Call(this);

        public Tensor sigmoid_() => Ops.sigmoid_.InPlace(this);

        public Tensor exp() => Ops.exp.Call(this);

        public Tensor exp_() => Ops.exp_.InPlace(this);

        public Tensor exp2() => Ops.exp2.Call(this);

        public Tensor exp2_() => Ops.exp2_.InPlace(this);

        public Tensor expm1() => Ops.expm1.Call(this);

        public Tensor expm1_() => Ops.expm1_.InPlace(this);

        public Tensor log() => Ops.log.Call(this);

        public Tensor log_() => Ops.log_.InPlace(this);

        public Tensor logaddexp(Tensor other) => Ops.logaddexp.Call(this, other);

        public Tensor logaddexp2(Tensor other) => Ops.logaddexp2.Call(this, other);

        public Tensor log10() => Ops.log10.Call(this);

        public Tensor log10_() => Ops.log10_.InPlace(this);

        public Tensor log1p() => Ops.log1p.Call(this);

        public Tensor log1p_() => Ops.log1p_.InPlace(this);

        public Tensor log2() => Ops.log2.Call(this);

        public Tensor log2_() => Ops.log2_.InPlace(this);

        public Tensor logit(double? eps = null) => Ops.logit.Call(this, eps);

        public Tensor logit_(double? eps = null) => Ops.logit_.InPlace(this, eps);

        public Tensor xlogy(Tensor y) => Ops.xlogy_Tensor.Call(this, y);

        public Tensor xlogy_(Tensor y) => Ops.xlogy__Tensor.InPlace(this, y);

        public Tensor xlogy(Scalar y) => Ops.xlogy_Scalar_Other.Call(this, y);

        public Tensor xlogy_(Scalar y) => Ops.xlogy__Scalar_Other.InPlace(this, y);
    }
}
