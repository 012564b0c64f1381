// Lifetime of a tensor and the facts about it that need no operator.

#include "common.h"

#include <ATen/ops/from_blob.h>

using ts::Handle;

TS_API void ts_tensor_release(Handle handle) {
  c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(handle);
}

/// A second reference to the same tensor.
TS_API Handle ts_tensor_alias(Handle handle) { return ts::release(ts::borrow(handle)); }

TS_API int64_t ts_tensor_dim(Handle handle) { return handle->dim(); }
TS_API int64_t ts_tensor_numel(Handle handle) { return handle->numel(); }
TS_API int64_t ts_tensor_element_size(Handle handle) { return handle->dtype().itemsize(); }
TS_API int64_t ts_tensor_storage_offset(Handle handle) { return handle->storage_offset(); }

TS_API int32_t ts_tensor_dtype(Handle handle) {
  return static_cast<int32_t>(c10::typeMetaToScalarType(handle->dtype()));
}

/// Type in the low half, index in the high half.
TS_API int64_t ts_tensor_device(Handle handle) {
  const auto device = handle->device();
  return (static_cast<int64_t>(device.index()) << 32) | static_cast<int64_t>(device.type());
}

/// Copies sizes (and strides, when asked for) into arrays of `dim` elements.
TS_API int32_t ts_tensor_sizes(Handle handle, int64_t* sizes, int64_t* strides) {
  return ts::guarded([&] {
    const auto tensor = ts::borrow(handle);
    const auto shape = tensor.sizes();
    std::copy(shape.begin(), shape.end(), sizes);
    if (strides) {
      const auto steps = tensor.strides();
      std::copy(steps.begin(), steps.end(), strides);
    }
  });
}

/// 1 for each: contiguous, leaf, requires grad, sparse, quantized, conjugate, negative, pinned.
enum class Fact : int32_t { Contiguous, Leaf, RequiresGrad, Sparse, Quantized, Conjugate, Negative, Pinned, Inference };

TS_API int32_t ts_tensor_is(Handle handle, Fact fact) {
  return ts::guarded<>(-1, [&]() -> int {
    const auto tensor = ts::borrow(handle);
    switch (fact) {
      case Fact::Contiguous: return tensor.is_contiguous();
      case Fact::Leaf: return tensor.is_leaf();
      case Fact::RequiresGrad: return tensor.requires_grad();
      case Fact::Sparse: return tensor.is_sparse();
      case Fact::Quantized: return tensor.is_quantized();
      case Fact::Conjugate: return tensor.is_conj();
      case Fact::Negative: return tensor.is_neg();
      case Fact::Pinned: return tensor.is_pinned();
      case Fact::Inference: return tensor.is_inference();
    }
    return 0;
  });
}

TS_API void* ts_tensor_data(Handle handle) {
  return ts::guarded<>(static_cast<void*>(nullptr), [&] { return ts::borrow(handle).data_ptr(); });
}

/// A tensor over the caller's memory; `free(context)` runs when the last reference goes.
TS_API Handle ts_tensor_from_memory(
    void* data, const int64_t* sizes, int64_t dim, int32_t dtype, void (*free)(void*), void* context) {
  return ts::guarded<>(static_cast<Handle>(nullptr), [&] {
    return ts::release(at::from_blob(
        data, at::IntArrayRef(sizes, dim), [free, context](void*) { if (free) free(context); },
        at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype))));
  });
}
