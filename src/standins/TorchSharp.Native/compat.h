#pragma once

// The one place that knows which libtorch it is compiled against (1.13 to 2.x).

#include <ATen/core/dispatch/Dispatcher.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/torch.h>

#define TS_TORCH_AT_LEAST(major, minor) \
  (TORCH_VERSION_MAJOR > (major) || (TORCH_VERSION_MAJOR == (major) && TORCH_VERSION_MINOR >= (minor)))

namespace compat {

#if TS_TORCH_AT_LEAST(2, 4)
template <class T>
using optional = std::optional<T>;
#else
template <class T>
using optional = c10::optional<T>;
#endif

/// From 2.0 on, sizes and counts are `SymInt` in a schema; a boxed int is accepted for one.
inline bool is_integer(c10::TypeKind kind) {
  return kind == c10::TypeKind::IntType || kind == c10::TypeKind::SymIntType;
}

/// Attaches a custom function's node to its outputs.
inline std::vector<optional<at::Tensor>> wrap_outputs(
    const torch::autograd::variable_list& inputs,
    const std::unordered_set<at::TensorImpl*>& non_differentiable,
    const std::unordered_set<at::TensorImpl*>& dirty,
    const std::vector<optional<at::Tensor>>& outputs,
    const std::shared_ptr<torch::autograd::Node>& node) {
  torch::autograd::_jvp_fn_t no_forward_mode =
      [](const torch::autograd::variable_list&,
         const torch::autograd::variable_list&) -> torch::autograd::variable_list {
    TORCH_CHECK(false, "Custom functions have no forward-mode derivative.");
  };
#if TS_TORCH_AT_LEAST(2, 1)
  return torch::autograd::_wrap_outputs(
      inputs, non_differentiable, dirty, outputs, node, no_forward_mode, {},
      [](const at::Tensor& x) { return x.view_as(x); }
#if TS_TORCH_AT_LEAST(2, 6)
      , false
#endif
  );
#else
  return torch::autograd::_wrap_outputs(
      inputs, non_differentiable, dirty, outputs, node, no_forward_mode);
#endif
}

}  // namespace compat
