using System.Text;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Writes a tensor to a file in TorchSharp's format.</summary>
    public static void save(Tensor t, string location) => t.save(location);

    public static Tensor load(string location) => Tensor.load(location);

    public partial class Tensor
    {
        public static Tensor Load(BinaryReader reader) => TensorExtensionMethods.Load(reader)!;

        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            return Load(reader);
        }

        public static Tensor Load(string location)
        {
            using var stream = File.OpenRead(location);
            return Load(stream);
        }

        public static Tensor load(string location) => Load(location);

        public void save(string location) => this.Save(location);
    }
}
