/// What all that speaks through libcurl needs of it.
#pragma once

#include <curl/curl.h>

#include <stdexcept>
#include <string>

namespace vinhdanh {

/// Before anything else of libcurl, from any thread, as often as one likes.
void initialise_curl();

/// A list that grows at its end and goes as a whole.
class CurlList {
 public:
  CurlList() = default;
  CurlList(const CurlList&) = delete;
  CurlList& operator=(const CurlList&) = delete;
  ~CurlList() { curl_slist_free_all(first_); }
  void add(const std::string& line);
  [[nodiscard]] curl_slist* get() const { return first_; }

 private:
  curl_slist* first_ = nullptr;
};

template <class T>
void curl_set(CURL* curl, CURLoption option, T value) {
  if (curl_easy_setopt(curl, option, value) != CURLE_OK)
    throw std::logic_error("libcurl lacks the option " + std::to_string(option));
}

}  // namespace vinhdanh
