/// One connection: reads requests one after the other, answers each before it reads the next.
#pragma once

#include <array>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <memory>
#include <optional>

#include "api/http/admission.hpp"
#include "api/http/core.hpp"
#include "api/http/response_text.hpp"
#include "api/http/stream.hpp"

namespace vinhdanh {

/// A limit for moving `bytes`: a slow line gets one more second for every 64 KiB.
inline std::chrono::milliseconds with_transfer_time(std::chrono::milliseconds base, std::uint64_t bytes) {
  return base + std::chrono::seconds(bytes / (64 * 1024));
}

/// Every member function runs on the io thread. Pending operations and owed answers keep the session alive.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(std::shared_ptr<Core> core, Socket socket, std::string peer);

  void start();
  /// Ends the session if it waits for a request; otherwise the answer in flight will be its last.
  void finish();
  /// Closes the socket now.
  void cut();
  [[nodiscard]] bool is_idle() const { return idle_; }
  [[nodiscard]] SteadyClock::time_point idle_since() const { return since_; }

  /// The answer to the request in flight.
  void answer(HttpResponse response);

 private:
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
  class Owed;

  void next();
  void wait_for_bytes();
  void read_head();
  void parse_head();
  void on_head(ErrorCode fault);
  RequestHead take_head();
  void admit_request();
  void proceed();
  void authenticate_first();
  void read_body();
  void parse_body();
  void on_body(ErrorCode fault);
  void handle();
  void on_read_fault(ErrorCode fault, bool in_body);
  void refuse(const Problem& problem, bool close);
  void send(HttpResponse response);
  void on_sent(ErrorCode fault);
  void start_stream();
  void send_stream();
  void watch_receiver();
  void linger();
  void note_end() const;

  /// Cancels the operation in flight when `limit` has passed; the next arm or disarm replaces it.
  void arm(std::chrono::milliseconds limit);
  void disarm();
  std::shared_ptr<Owed> owe();

  std::weak_ptr<Core> shared_core_;
  Core& core_;
  Socket socket_;
  const std::string peer_;          ///< address and port
  const std::string peer_address_;
  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  std::function<void(std::uint64_t, boost::beast::string_view, ErrorCode&)> on_chunk_;
  std::size_t head_bytes_ = 0;
  std::uint64_t chunks_ = 0;
  std::uint64_t chunk_bytes_ = 0;

  Timer timer_;
  std::uint64_t armed_ = 0;
  bool timed_out_ = false;

  // Of the request in flight. Workers read the request; the io thread doesn't change it after handing it over.
  std::shared_ptr<HttpRequest> request_;
  const HttpRoute* route_ = nullptr;
  std::optional<Actor> caller_;
  bool expects_continue_ = false;
  bool has_body_ = false;
  bool keep_alive_ = true;
  bool first_ = true;
  bool idle_ = false;
  bool finishing_ = false;
  SteadyClock::time_point since_;

  ResponseText out_;
  std::shared_ptr<Stream> stream_;  ///< of the answer that is being sent
  bool streaming_ = false;          ///< a piece of it is on its way
  int status_ = 0;
  std::string code_;
  std::size_t lingered_ = 0;
  std::array<char, 4096> scratch_;
};

}  // namespace vinhdanh
