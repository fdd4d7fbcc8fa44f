/// A value, or the response that ends the request instead.
#pragma once

#include <optional>
#include <utility>

#include "api/http/message.hpp"

namespace vinhdanh {

template <class T>
class Or {
 public:
  Or(T value) : value_(std::move(value)) {}                      // NOLINT: a handler returns either as it is
  Or(HttpResponse response) : response_(std::move(response)) {}  // NOLINT
  explicit operator bool() const { return value_.has_value(); }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }
  [[nodiscard]] HttpResponse& response() { return response_; }

 private:
  std::optional<T> value_;
  HttpResponse response_;
};

}  // namespace vinhdanh
