using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static class backends
    {
        public static class cuda
        {
            public static class matmul
            {
                /// <summary>Whether products of float32 matrices on a GPU may round their factors to TensorFloat-32.</summary>
                public static bool allow_tf32
                {
                    get => Native.ts_get_flag(Flag.MatmulTF32);
                    set => Errors.Check(Native.ts_set_flag(Flag.MatmulTF32, value));
                }

                public static bool allow_fp16_reduced_precision_reduction
                {
                    get => Native.ts_get_flag(Flag.MatmulFP16Reduction);
                    set => Errors.Check(Native.ts_set_flag(Flag.MatmulFP16Reduction, value));
                }
            }
        }

        public static class cudnn
        {
            /// <summary>Whether float32 convolutions on a GPU may round to TensorFloat-32.</summary>
            public static bool allow_tf32
            {
                get => Native.ts_get_flag(Flag.CudnnTF32);
                set => Errors.Check(Native.ts_set_flag(Flag.CudnnTF32, value));
            }
        }
    }
}
