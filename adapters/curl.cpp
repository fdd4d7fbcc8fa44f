// libcurl, begun once.
#include "adapters/curl.hpp"

#include <mutex>
#include <new>

namespace vinhdanh {

void initialise_curl() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

void CurlList::add(const std::string& line) {
  curl_slist* longer = curl_slist_append(first_, line.c_str());
  if (!longer) throw std::bad_alloc();
  first_ = longer;
}

}  // namespace vinhdanh
