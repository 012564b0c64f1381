// Any operator of libtorch by its schema name, called boxed.

#include "common.h"

#include <mutex>
#include <unordered_map>

namespace {

using c10::IValue;
using c10::TypeKind;
using ts::Handle;
using ts::Tag;
using ts::Value;

enum class Kind { Other, Tensor, Integer, Real, Bool, Number, IntegerList, RealList, BoolList, TensorList, OptionalTensorList, String, Device, Generator };

struct Parameter {
  Kind kind;
  bool optional;
};

struct Operator {
  c10::OperatorHandle handle;
  std::vector<Parameter> parameters;
};

Kind kind_of(const c10::TypePtr& type) {
  switch (type->kind()) {
    case TypeKind::TensorType: return Kind::Tensor;
    case TypeKind::FloatType: return Kind::Real;
    case TypeKind::BoolType: return Kind::Bool;
    case TypeKind::NumberType: return Kind::Number;
    case TypeKind::StringType: return Kind::String;
    case TypeKind::DeviceObjType: return Kind::Device;
    case TypeKind::GeneratorType: return Kind::Generator;
    case TypeKind::ListType: {
      auto element = type->castRaw<c10::ListType>()->getElementType();
      if (compat::is_integer(element->kind())) return Kind::IntegerList;
      switch (element->kind()) {
        case TypeKind::FloatType: return Kind::RealList;
        case TypeKind::BoolType: return Kind::BoolList;
        case TypeKind::TensorType: return Kind::TensorList;
        case TypeKind::OptionalType: return Kind::OptionalTensorList;
        default: return Kind::Other;
      }
    }
    default: return compat::is_integer(type->kind()) ? Kind::Integer : Kind::Other;
  }
}

Parameter parameter_of(const c10::TypePtr& type) {
  if (auto optional = type->cast<c10::OptionalType>()) return {kind_of(optional->getElementType()), true};
  return {kind_of(type), false};
}

template <class T, class From>
IValue list_of(const From* values, int32_t count) {
  c10::List<T> list;
  list.reserve(count);
  for (int32_t i = 0; i < count; i++) list.push_back(static_cast<T>(values[i]));
  return list;
}

IValue tensors_of(const Value& value, Kind kind) {
  auto handles = static_cast<Handle*>(value.pointer);
  if (kind == Kind::OptionalTensorList) {
    c10::List<compat::optional<at::Tensor>> list;
    list.reserve(value.count);
    for (int32_t i = 0; i < value.count; i++)
      list.push_back(handles[i] ? compat::optional<at::Tensor>(ts::borrow(handles[i])) : compat::optional<at::Tensor>());
    return list;
  }
  c10::List<at::Tensor> list;
  list.reserve(value.count);
  for (int32_t i = 0; i < value.count; i++) list.push_back(ts::borrow_or_undefined(handles[i]));
  return list;
}

/// The argument as the schema wants it: an int serves as a float, one number as a list of one.
IValue unpack(const Operator& op, size_t index, const Value& value) {
  const auto kind = op.parameters[index].kind;
  switch (value.tag) {
    case Tag::Default: {
      const auto& argument = op.handle.schema().arguments()[index];
      TORCH_CHECK(argument.default_value().has_value(), op.handle.schema().name(), ": argument '", argument.name(), "' is missing.");
      return *argument.default_value();
    }
    case Tag::None:
      // An absent tensor is undefined where the schema has no optional (the out-of-date spelling of one).
      return kind == Kind::Tensor && !op.parameters[index].optional ? IValue(at::Tensor()) : IValue();
    case Tag::Tensor:
      return IValue(ts::borrow(static_cast<Handle>(value.pointer)));
    case Tag::Int:
      switch (kind) {
        case Kind::Real: return static_cast<double>(value.integer);
        case Kind::Bool: return value.integer != 0;
        case Kind::IntegerList: return list_of<int64_t>(&value.integer, 1);
        case Kind::RealList: return list_of<double>(&value.integer, 1);
        default: return value.integer;
      }
    case Tag::Double:
      return kind == Kind::RealList ? list_of<double>(&value.real, 1) : IValue(value.real);
    case Tag::Bool:
      return value.integer != 0;
    case Tag::Complex: {
      auto parts = static_cast<double*>(value.pointer);
      return c10::complex<double>(parts[0], parts[1]);
    }
    case Tag::IntList: {
      auto values = static_cast<int64_t*>(value.pointer);
      if (kind == Kind::RealList) return list_of<double>(values, value.count);
      if (kind == Kind::BoolList) return list_of<bool>(values, value.count);
      return list_of<int64_t>(values, value.count);
    }
    case Tag::DoubleList:
      return list_of<double>(static_cast<double*>(value.pointer), value.count);
    case Tag::TensorList:
      return tensors_of(value, kind);
    case Tag::String:
      return std::string(static_cast<char*>(value.pointer), value.count);
    case Tag::Device:
      return c10::Device(
          static_cast<c10::DeviceType>(value.integer & 0xffffffff),
          static_cast<c10::DeviceIndex>(value.integer >> 32));
    case Tag::Generator:
      return *static_cast<at::Generator*>(value.pointer);
  }
  TORCH_CHECK(false, op.handle.schema().name(), ": argument ", index, " has an unknown tag.");
}

/// The size of the storage when this tensor alone holds it, so that it is counted once.
int64_t owned_bytes(const at::Tensor& tensor) {
  if (!tensor.has_storage() || tensor.storage().use_count() != 1) return 0;
  return static_cast<int64_t>(tensor.storage().nbytes());
}

void pack(IValue&& value, Value* result) {
  result->count = 0;
  result->bytes = 0;
  if (value.isTensor()) {
    result->tag = Tag::Tensor;
    auto tensor = std::move(value).toTensor();
    if (tensor.defined()) result->bytes = owned_bytes(tensor);
    result->pointer = ts::release(std::move(tensor));
  } else if (value.isInt()) {
    result->tag = Tag::Int;
    result->integer = value.toInt();
  } else if (value.isDouble()) {
    result->tag = Tag::Double;
    result->real = value.toDouble();
  } else if (value.isBool()) {
    result->tag = Tag::Bool;
    result->integer = value.toBool();
  } else if (value.isTensorList()) {
    auto tensors = value.toTensorVector();
    auto handles = static_cast<Handle*>(std::malloc(sizeof(Handle) * std::max<size_t>(1, tensors.size())));
    for (size_t i = 0; i < tensors.size(); i++) handles[i] = ts::release(std::move(tensors[i]));
    result->tag = Tag::TensorList;
    result->count = static_cast<int32_t>(tensors.size());
    result->pointer = handles;
  } else if (value.isNone()) {
    result->tag = Tag::None;
    result->pointer = nullptr;
  } else if (value.isComplexDouble()) {
    auto z = value.toComplexDouble();
    auto parts = static_cast<double*>(std::malloc(2 * sizeof(double)));
    parts[0] = z.real();
    parts[1] = z.imag();
    result->tag = Tag::Complex;
    result->pointer = parts;
  } else {
    TORCH_CHECK(false, "A result of type ", value.tagKind(), " cannot be handed over.");
  }
}

}  // namespace

/// Finds `name` ("aten::add") and overload ("Tensor"); null with an error when this libtorch lacks it.
TS_API void* ts_op(const char* name, const char* overload) {
  static std::mutex lock;
  static auto& known = *new std::unordered_map<std::string, Operator*>();
  return ts::guarded<>(static_cast<void*>(nullptr), [&]() -> void* {
    std::lock_guard<std::mutex> guard(lock);
    auto& op = known[std::string(name) + '.' + overload];
    if (!op) {
      auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
      TORCH_CHECK(handle.has_value(), "libtorch ", TORCH_VERSION, " has no operator ", name, *overload ? "." : "", overload, ".");
      std::vector<Parameter> parameters;
      for (const auto& argument : handle->schema().arguments()) parameters.push_back(parameter_of(argument.type()));
      op = new Operator{*handle, std::move(parameters)};
    }
    return op;
  });
}

/// Calls an operator. Arguments that are not given take the schema's defaults; of the results the
/// first `result_count` are handed over, the others dropped.
TS_API int32_t ts_call(void* op_pointer, const Value* arguments, int32_t argument_count, Value* results, int32_t result_count) {
  return ts::guarded([&] {
    const auto& op = *static_cast<Operator*>(op_pointer);
    const auto wanted = op.parameters.size();
    TORCH_CHECK(static_cast<size_t>(argument_count) <= wanted, op.handle.schema().name(), " takes ", wanted, " arguments, not ", argument_count, ".");
    torch::jit::Stack stack;
    stack.reserve(std::max<size_t>(wanted, result_count));
    static const Value absent{Tag::Default, 0, {0}, 0};
    for (size_t i = 0; i < wanted; i++)
      stack.push_back(unpack(op, i, i < static_cast<size_t>(argument_count) ? arguments[i] : absent));
    op.handle.callBoxed(&stack);
    TORCH_CHECK(static_cast<size_t>(result_count) <= stack.size(), op.handle.schema().name(), " returns ", stack.size(), " values, not ", result_count, ".");
    for (int32_t i = 0; i < result_count; i++) pack(std::move(stack[i]), &results[i]);
  });
}

/// Frees what a result pointed to (the array of a tensor list, not the tensors in it).
TS_API void ts_free(void* memory) { std::free(memory); }
