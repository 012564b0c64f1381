using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor bartlett_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Finish(Ops.bartlett_window.Call(len, periodic, dtype, Arg.None, On(device)), requires_grad);

    public static Tensor blackman_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Finish(Ops.blackman_window.Call(len, periodic, dtype, Arg.None, On(device)), requires_grad);

    public static Tensor hann_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Finish(Ops.hann_window.Call(len, periodic, dtype, Arg.None, On(device)), requires_grad);

    public static Tensor hamming_window(
        long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Finish(Ops.hamming_window.Call(len, periodic, alpha, beta, dtype, Arg.None, On(device)), requires_grad);

    public static Tensor kaiser_window(
        long len, bool periodic = true, float beta = 12, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Finish(Ops.kaiser_window.Call(len, periodic, beta, dtype, Arg.None, On(device)), requires_grad);
}
