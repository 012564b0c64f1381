// Custom autograd functions: a node of the graph whose backward is managed code.

#include "common.h"

#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <torch/csrc/autograd/variable.h>

using torch::autograd::variable_list;
using ts::Handle;

namespace {

/// Managed side of a node. `backward` fills `results` with owned handles (null: no gradient), one per input; on
/// failure it returns the exception's id and a message that stays valid until the next call on this thread.
struct Managed {
  void* state;
  int64_t (*backward)(void* state, void* node, const Handle* gradients, int32_t count, Handle* results, const char** message);
  void (*release)(void* state);
};

struct ManagedNode : torch::autograd::Node {
  ManagedNode(Managed managed, std::string name) : managed(managed), label(std::move(name)) {}
  ~ManagedNode() override { managed.release(managed.state); }

  std::string name() const override { return label; }

  void release_variables() override {
    std::lock_guard<std::mutex> lock(mutex_);
    for (auto& variable : saved) variable.reset_data();
  }

  variable_list apply(variable_list&& gradients) override {
    std::vector<Handle> given;
    given.reserve(gradients.size());
    at::OptionalDeviceGuard guard;
    for (size_t i = 0; i < gradients.size(); i++) {
      auto gradient = gradients[i];
      if (!gradient.defined() && materialize) gradient = outputs[i].zeros(guard);
      given.push_back(ts::release(std::move(gradient)));
    }
    std::vector<Handle> results(num_outputs(), nullptr);
    const char* message = nullptr;
    const auto error = managed.backward(managed.state, this, given.data(), static_cast<int32_t>(given.size()), results.data(), &message);
    if (error != 0) throw ts::ManagedError(message, error);
    variable_list found;
    found.reserve(results.size());
    for (auto handle : results)
      found.push_back(
          handle ? at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(handle)) : at::Tensor());
    return found;
  }

  Managed managed;
  std::string label;
  bool materialize = true;
  std::vector<torch::autograd::VariableInfo> outputs;
  std::vector<torch::autograd::SavedVariable> saved;
};

std::unordered_set<at::TensorImpl*> set_of(const Handle* handles, int32_t count) {
  return {handles, handles + count};
}

}  // namespace

/// Ties `outputs`, computed from `inputs` with gradients off, to a new node; `results` receives what to hand to the
/// caller instead. `saved` is what backward wants back. Where no input needs a gradient there is no node and `managed`
/// is released at once.
TS_API int32_t ts_function_wrap(
    const char* name, const Managed* managed, bool materialize, const Handle* inputs, int32_t input_count,
    const Handle* outputs, int32_t output_count, const Handle* fixed, int32_t fixed_count, const Handle* dirty,
    int32_t dirty_count, const Handle* saved, int32_t saved_count, Handle* results) {
  return ts::guarded([&] {
    std::shared_ptr<ManagedNode> node(new ManagedNode(*managed, name), torch::autograd::deleteNode);
    variable_list variables;
    for (int32_t i = 0; i < input_count; i++) variables.push_back(ts::borrow(inputs[i]));
    const bool recorded = c10::GradMode::is_enabled() && torch::autograd::any_variable_requires_grad(variables);
    if (recorded) node->set_next_edges(torch::autograd::collect_next_edges(variables));
    node->clear_input_metadata();
    node->materialize = materialize;

    for (int32_t i = 0; i < dirty_count; i++) dirty[i]->bump_version();
    std::vector<compat::optional<at::Tensor>> raw;
    for (int32_t i = 0; i < output_count; i++) raw.emplace_back(ts::borrow(outputs[i]));
    auto wrapped = compat::wrap_outputs(
        variables, set_of(fixed, fixed_count), set_of(dirty, dirty_count), raw, recorded ? node : nullptr);
    if (recorded) {
      for (const auto& output : wrapped) node->outputs.emplace_back(*output);
      for (int32_t i = 0; i < saved_count; i++) {
        const auto variable = ts::borrow_or_undefined(saved[i]);
        const bool is_output = variable.defined() && variable.grad_fn().get() == node.get();
        node->saved.emplace_back(variable, is_output);
      }
    }
    for (int32_t i = 0; i < output_count; i++) results[i] = ts::release(std::move(*wrapped[i]));
  });
}

TS_API int32_t ts_function_saved_count(void* node) {
  return static_cast<int32_t>(static_cast<ManagedNode*>(node)->saved.size());
}

/// Writes the saved tensors (null for an absent one); fails when one was changed in place, or freed by a backward.
TS_API int32_t ts_function_saved(void* node, Handle* results) {
  return ts::guarded([&] {
    auto self = static_cast<ManagedNode*>(node);
    variable_list found;
    for (const auto& variable : self->saved) found.push_back(variable.unpack(self->shared_from_this()));
    for (size_t i = 0; i < found.size(); i++) results[i] = ts::release(std::move(found[i]));
  });
}
