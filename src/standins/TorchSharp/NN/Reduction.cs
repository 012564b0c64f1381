namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What a loss does with the losses of the elements; the values are libtorch's.</summary>
        public enum Reduction : long
        {
            None = 0,
            Mean = 1,
            Sum = 2,
        }

        public enum NonLinearities
        {
            ReLU = 0,
            Tanh = 1,
        }
    }
}
