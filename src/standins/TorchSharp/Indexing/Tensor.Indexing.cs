using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor this[params TensorIndex[] indices]
        {
            get => Indexer.Get(this, indices);
            set => Indexer.Put(this, indices, value);
        }

        public Tensor this[params Tensor[] indices]
        {
            get => Indexer.Get(this, Masks(indices));
            set => Indexer.Put(this, Masks(indices), value);
        }

        public Tensor this[long i1]
        {
            get => Ops.select_int.Call(this, 0, i1);
            set => Indexer.Put(this, [i1], value);
        }

        public Tensor this[long i1, long i2]
        {
            get => Indexer.Get(this, [i1, i2]);
            set => Indexer.Put(this, [i1, i2], value);
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => Indexer.Get(this, [i1, i2, i3]);
            set => Indexer.Put(this, [i1, i2, i3], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Indexer.Get(this, [i1, i2, i3, i4]);
            set => Indexer.Put(this, [i1, i2, i3, i4], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => Indexer.Get(this, [i1, i2, i3, i4, i5]);
            set => Indexer.Put(this, [i1, i2, i3, i4, i5], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => Indexer.Get(this, [i1, i2, i3, i4, i5, i6]);
            set => Indexer.Put(this, [i1, i2, i3, i4, i5, i6], value);
        }

        public Tensor this[params long[] indices]
        {
            get => Indexer.Get(this, Array.ConvertAll(indices, index => (TensorIndex)index));
            set => Indexer.Put(this, Array.ConvertAll(indices, index => (TensorIndex)index), value);
        }

        public Tensor index(params TensorIndex[] indices) => Indexer.Get(this, indices);

        public Tensor index(params Tensor[] indices) => Indexer.Get(this, Masks(indices));

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            Indexer.Put(this, indices, value, accumulate);
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, Masks(indices), false);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            index_put_(value, Masks(indices), accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using Tensor tensor = value;
            return index_put_(tensor, indices, false);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(value, Masks(indices));

        private static TensorIndex[] Masks(Tensor[] indices) =>
            Array.ConvertAll(indices, index => index is null ? TensorIndex.Colon : TensorIndex.Tensor(index));
    }
}
