#include "common.h"

namespace {
thread_local std::string message;
thread_local int64_t managed_error = 0;
}  // namespace

namespace ts {

void record_error() noexcept {
  managed_error = 0;
  try {
    throw;
  } catch (const ManagedError& e) {
    message = e.what();
    managed_error = e.id;
  } catch (const c10::Error& e) {
    message = e.what_without_backtrace();
  } catch (const std::exception& e) {
    message = e.what();
  } catch (...) {
    message = "unknown error in libtorch";
  }
}

}  // namespace ts

/// The last error on this thread, UTF-8; valid until the next one.
TS_API const char* ts_last_error() { return message.c_str(); }

/// The id of the managed exception behind the last error, or 0.
TS_API int64_t ts_last_managed_error() { return managed_error; }
