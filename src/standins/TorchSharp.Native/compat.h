#pragma once

// The one place that knows which libtorch it is compiled against (1.13 to 2.x).

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/core/Tensor.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/cuda.h>
#include <torch/version.h>

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

/// Swallows libtorch's warnings while it lives.
#if TS_TORCH_AT_LEAST(2, 0)
class Silence : c10::WarningHandler {
  void process(const c10::Warning&) override {}
  c10::WarningUtils::WarningHandlerGuard guard{this};
};
#else
class Silence : c10::WarningHandler {
  void process(const c10::SourceLocation&, const std::string&, bool) override {}
  c10::Warning::WarningHandlerGuard guard{this};
};
#endif

/// From 2.0 on, sizes and counts are `SymInt` in a schema; a boxed int is accepted for one.
inline bool is_integer(c10::TypeKind kind) {
  return kind == c10::TypeKind::IntType || kind == c10::TypeKind::SymIntType;
}

/// Attaches a custom function's node to its outputs. The function gained arguments over the versions; which
/// ones it has is asked of its type, so that every version finds its call.
template <class Wrap = decltype(&torch::autograd::_wrap_outputs)>
std::vector<optional<at::Tensor>> wrap_outputs(
    const torch::autograd::variable_list& inputs,
    const std::unordered_set<at::TensorImpl*>& non_differentiable,
    const std::unordered_set<at::TensorImpl*>& dirty,
    const std::vector<optional<at::Tensor>>& outputs,
    const std::shared_ptr<torch::autograd::Node>& node,
    Wrap wrap = &torch::autograd::_wrap_outputs) {
  using Tensors = torch::autograd::variable_list;
  using Set = std::unordered_set<at::TensorImpl*>;
  const torch::autograd::_jvp_fn_t no_forward_mode = [](const Tensors&, const Tensors&) -> Tensors {
    TORCH_CHECK(false, "Custom functions have no forward-mode derivative.");
  };
  const auto view_as_self = [](const at::Tensor& x) { return x.view_as(x); };
  using Optionals = at::ArrayRef<optional<at::Tensor>>;
  using Jvp = torch::autograd::_jvp_fn_t;
  using Node = std::shared_ptr<torch::autograd::Node>;
  if constexpr (std::is_invocable_v<Wrap, Tensors, Set, Set, Optionals, Node, Jvp>) {
    return wrap(inputs, non_differentiable, dirty, outputs, node, no_forward_mode);
  } else if constexpr (std::is_invocable_v<Wrap, Tensors, Set, Set, Optionals, Node, Jvp, Set>) {
    return wrap(inputs, non_differentiable, dirty, outputs, node, no_forward_mode, {});
  } else if constexpr (std::is_invocable_v<Wrap, Tensors, Set, Set, Optionals, Node, Jvp, Set, decltype(view_as_self)>) {
    return wrap(inputs, non_differentiable, dirty, outputs, node, no_forward_mode, {}, view_as_self);
  } else {
    return wrap(inputs, non_differentiable, dirty, outputs, node, no_forward_mode, {}, view_as_self, false);
  }
}

/// A truth value at first, later a choice of which the first allows it.
template <class Context>
bool allows_fp16_reduction(const Context& context) {
  const auto answer = context.allowFP16ReductionCuBLAS();
  if constexpr (std::is_same_v<std::decay_t<decltype(answer)>, bool>) {
    return answer;
  } else {
    return static_cast<int>(answer) == 0;
  }
}

}  // namespace compat
