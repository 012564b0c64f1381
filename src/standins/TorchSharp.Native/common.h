#pragma once

#include "compat.h"

#include <cstdint>

#define TS_API extern "C" __attribute__((visibility("default")))

namespace ts {

/// A tensor crosses the border as an owned reference to its implementation.
using Handle = c10::TensorImpl*;

/// What an argument or a result is; mirrored by `Tag` on the C# side.
enum class Tag : int32_t {
  Default = 0,  // what the schema says
  None = 1,
  Tensor = 2,
  Int = 3,
  Double = 4,
  Bool = 5,
  Complex = 6,  // payload points to two doubles
  IntList = 7,
  DoubleList = 8,
  TensorList = 9,  // a null handle is an absent tensor
  String = 10,     // UTF-8, `count` bytes
  Device = 11,     // type in the low half, index in the high half
  Generator = 12,
};

struct Value {
  Tag tag;
  int32_t count;
  union {
    int64_t integer;
    double real;
    void* pointer;
  };
  int64_t bytes;  // of a result tensor: its storage, when nothing else shares that
};

/// Borrows: the caller keeps its reference.
inline at::Tensor borrow(Handle handle) {
  return at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::unsafe_reclaim_from_nonowning(handle));
}

inline at::Tensor borrow_or_undefined(Handle handle) {
  return handle ? borrow(handle) : at::Tensor();
}

/// Gives the reference to the caller; null when the tensor is undefined.
inline Handle release(at::Tensor tensor) {
  return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr;
}

/// A managed exception on its way through libtorch; the id finds it again.
struct ManagedError : std::runtime_error {
  ManagedError(const char* message, int64_t id) : std::runtime_error(message), id(id) {}
  int64_t id;
};

/// Stores the message of the exception in flight for `ts_last_error`.
void record_error() noexcept;

/// Runs `body`; an exception becomes `failure` and a message.
template <class Body, class Result>
Result guarded(Result failure, Body&& body) noexcept {
  try {
    return body();
  } catch (...) {
    record_error();
    return failure;
  }
}

/// As above for what returns nothing: 0, or 1 on an exception.
template <class Body>
int32_t guarded(Body&& body) noexcept {
  try {
    body();
    return 0;
  } catch (...) {
    record_error();
    return 1;
  }
}

}  // namespace ts
