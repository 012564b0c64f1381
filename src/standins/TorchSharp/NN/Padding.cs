namespace TorchSharp;

/// <summary>A convolution's padding by name: none, or as much as keeps the size.</summary>
public enum Padding
{
    Valid = 0,
    Same = 1,
}

/// <summary>What padding is filled with.</summary>
public enum PaddingModes
{
    Zeros = 0,
    Reflect = 1,
    Replicate = 2,
    Circular = 3,
    Constant = 4,
}
