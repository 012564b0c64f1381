// Gradients: backward, grad, and the modes that switch recording.

#include "common.h"

#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>

using ts::Handle;

namespace {
std::vector<at::Tensor> tensors(const Handle* handles, int32_t count) {
  std::vector<at::Tensor> list;
  list.reserve(count);
  for (int32_t i = 0; i < count; i++) list.push_back(ts::borrow_or_undefined(handles[i]));
  return list;
}
}  // namespace

TS_API int32_t ts_backward(
    const Handle* roots, int32_t root_count, const Handle* gradients, int32_t gradient_count,
    const Handle* inputs, int32_t input_count, bool retain_graph, bool create_graph) {
  return ts::guarded([&] {
    torch::autograd::backward(
        tensors(roots, root_count), tensors(gradients, gradient_count), retain_graph, create_graph,
        tensors(inputs, input_count));
  });
}

/// Writes one gradient per input, null where an input was not used and `allow_unused` is set.
TS_API int32_t ts_grad(
    const Handle* outputs, int32_t output_count, const Handle* inputs, int32_t input_count,
    const Handle* gradients, int32_t gradient_count, bool retain_graph, bool create_graph, bool allow_unused,
    Handle* results) {
  return ts::guarded([&] {
    auto found = torch::autograd::grad(
        tensors(outputs, output_count), tensors(inputs, input_count), tensors(gradients, gradient_count), retain_graph,
        create_graph, allow_unused);
    for (int32_t i = 0; i < input_count; i++) results[i] = ts::release(std::move(found[i]));
  });
}

TS_API Handle ts_tensor_grad(Handle handle) {
  return ts::guarded<>(static_cast<Handle>(nullptr), [&] { return ts::release(ts::borrow(handle).mutable_grad()); });
}

TS_API int32_t ts_tensor_set_grad(Handle handle, Handle gradient) {
  return ts::guarded([&] {
    auto tensor = ts::borrow(handle);
    auto value = ts::borrow_or_undefined(gradient);
    if (value.defined()) {
      TORCH_CHECK(
          value.sizes() == tensor.sizes(), "assigned grad has data of a different size: ", value.sizes(), " for a tensor of size ",
          tensor.sizes());
      TORCH_CHECK(
          value.scalar_type() == tensor.scalar_type(), "assigned grad has data of a different type: ", value.scalar_type(),
          " for a tensor of type ", tensor.scalar_type());
      TORCH_CHECK(
          value.device() == tensor.device(), "assigned grad has data located on a different device: ", value.device(),
          " for a tensor on ", tensor.device());
    }
    tensor.mutable_grad() = std::move(value);
  });
}

TS_API int32_t ts_tensor_set_requires_grad(Handle handle, bool value) {
  return ts::guarded([&] {
    auto tensor = ts::borrow(handle);
    TORCH_CHECK(
        tensor.is_leaf() || value,
        "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph "
        "that doesn't require differentiation use var_no_grad = var.detach().");
    if (tensor.is_leaf()) tensor.requires_grad_(value);
  });
}

TS_API int32_t ts_tensor_retain_grad(Handle handle) {
  return ts::guarded([&] { ts::borrow(handle).retain_grad(); });
}

TS_API bool ts_grad_mode() { return c10::GradMode::is_enabled(); }
TS_API void ts_set_grad_mode(bool enabled) { c10::GradMode::set_enabled(enabled); }

TS_API bool ts_inference_mode() { return c10::InferenceMode::is_enabled(); }
TS_API void* ts_inference_mode_enter(bool enabled) { return new c10::InferenceMode(enabled); }
TS_API void ts_inference_mode_exit(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

TS_API void ts_set_anomaly_mode(bool enabled, bool check_nan) { torch::autograd::AnomalyMode::set_enabled(enabled, check_nan); }
TS_API bool ts_anomaly_mode() { return torch::autograd::AnomalyMode::is_enabled(); }
TS_API bool ts_anomaly_check_nan() { return torch::autograd::AnomalyMode::should_check_nan(); }
