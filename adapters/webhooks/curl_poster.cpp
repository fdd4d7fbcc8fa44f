// One request at a time. Each connection is checked when its socket is opened, behind the look-up of the name: what a name resolves
// to may change at any moment.
#include "adapters/webhooks/curl_poster.hpp"

#include <sys/socket.h>

#include <array>
#include <stdexcept>

#include "adapters/curl.hpp"
#include "adapters/webhooks/public_address.hpp"
#include "adapters/webhooks/url_parts.hpp"

namespace vinhdanh {
namespace {

/// Of what a receiver answers behind its status nothing is of use.
constexpr std::size_t longest_answer = 64u << 10;

/// What the callbacks of one request work with.
struct Exchange {
  bool may_be_private = false;
  bool refused = false;  ///< an address was
  std::size_t received = 0;
  const std::function<bool()>* given_up = nullptr;
};

curl_socket_t open_socket(void* of, curlsocktype, curl_sockaddr* at) {
  auto& exchange = *static_cast<Exchange*>(of);
  if (!exchange.may_be_private && !is_public_address(at->addr)) {
    exchange.refused = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(at->family, at->socktype | SOCK_CLOEXEC, at->protocol);
}

std::size_t throw_away(char*, std::size_t size, std::size_t count, void* of) {
  auto& exchange = *static_cast<Exchange*>(of);
  exchange.received += size * count;
  return exchange.received > longest_answer ? 0 : size * count;
}

int go_on(void* of, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto& given_up = *static_cast<Exchange*>(of)->given_up;
  return given_up && given_up() ? 1 : 0;
}

void set_request(CURL* curl, const Post& post, CURLU* address, const CurlList& headers) {
  curl_set(curl, CURLOPT_CURLU, address);
  curl_set(curl, CURLOPT_PROTOCOLS_STR, "https,http");
  curl_set(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_set(curl, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_set(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_set(curl, CURLOPT_POST, 1L);
  curl_set(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(post.body.size()));
  curl_set(curl, CURLOPT_POSTFIELDS, post.body.c_str());
}

void set_connection(CURL* curl, const CurlPosterOptions& options) {
  curl_set(curl, CURLOPT_NOSIGNAL, 1L);
  curl_set(curl, CURLOPT_PROXY, "");
  curl_set(curl, CURLOPT_NOPROXY, "*");
  curl_set(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_set(curl, CURLOPT_CONNECTTIMEOUT_MS, options.connect_milliseconds);
  curl_set(curl, CURLOPT_TIMEOUT_MS, options.total_milliseconds);
  if (!options.ca_file.empty()) curl_set(curl, CURLOPT_CAINFO, options.ca_file.c_str());
}

void set_callbacks(CURL* curl, Exchange& exchange) {
  curl_set(curl, CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  curl_set(curl, CURLOPT_OPENSOCKETDATA, static_cast<void*>(&exchange));
  curl_set(curl, CURLOPT_WRITEFUNCTION, &throw_away);
  curl_set(curl, CURLOPT_WRITEDATA, static_cast<void*>(&exchange));
  curl_set(curl, CURLOPT_NOPROGRESS, 0L);
  curl_set(curl, CURLOPT_XFERINFOFUNCTION, &go_on);
  curl_set(curl, CURLOPT_XFERINFODATA, static_cast<void*>(&exchange));
}

/// A status counts as soon as it was received, whatever became of the rest of the answer.
Posted answer_of(CURL* curl) {
  Posted posted;
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  if (status >= 200) posted.status = static_cast<int>(status);
  curl_off_t seconds = 0;
  curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &seconds);
  if (seconds > 0) posted.retry_after = seconds;
  return posted;
}

Posted no_answer(std::string why, bool given_up = false) { return {0, std::nullopt, given_up, std::move(why)}; }

}  // namespace

struct CurlPoster::Handle {
  CURL* curl = curl_easy_init();
  ~Handle() { curl_easy_cleanup(curl); }
};

CurlPoster::CurlPoster(CurlPosterOptions options) : options_(std::move(options)) {
  initialise_curl();
  handle_ = std::make_unique<Handle>();
  if (handle_->curl == nullptr) throw std::bad_alloc();
}

CurlPoster::~CurlPoster() = default;

Posted CurlPoster::post(const Post& post) {
  const auto target = options_.targets.target_of(post.url);
  if (!target) return no_answer("the address is not among the targets that the operator has listed");
  CURL* curl = handle_->curl;
  const UrlParts address = url_parts(post.url);
  CurlList headers;
  headers.add("Expect:");
  headers.add("User-Agent: vinhdanh");
  for (const auto& [name, value] : post.headers) headers.add(name + ": " + value);
  Exchange exchange{target->may_be_private, false, 0, &options_.given_up};
  std::array<char, CURL_ERROR_SIZE> said{};
  curl_set(curl, CURLOPT_ERRORBUFFER, said.data());
  set_request(curl, post, address.get(), headers);
  set_connection(curl, options_);
  set_callbacks(curl, exchange);
  const CURLcode code = curl_easy_perform(curl);
  Posted posted = answer_of(curl);
  curl_easy_reset(curl);  // forgets what points here, keeps connections
  if (posted.status != 0) return posted;
  if (code == CURLE_ABORTED_BY_CALLBACK) return no_answer("this node stopped meanwhile", true);
  if (exchange.refused) return no_answer("the host has an address that is not of the public internet");
  return no_answer(said[0] != '\0' ? said.data() : curl_easy_strerror(code));
}

}  // namespace vinhdanh
