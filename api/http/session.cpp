// The life of a connection: its timer, its answers, its end. What it reads is in session_input.cpp.
#include "api/http/session.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <utility>

#include "api/http/owed_answer.hpp"
#include "api/http/problems.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {

namespace http = boost::beast::http;

namespace {

constexpr std::size_t kBufferLimit = 128 * 1024;
constexpr std::size_t kChunkExtensionLimit = 1024;
constexpr std::uint64_t kFreeChunks = 1024;
constexpr std::size_t kLingerBytes = 8 * 1024 * 1024;
constexpr std::chrono::milliseconds kLingerTime{2000};

}  // namespace

Session::Session(std::shared_ptr<Core> core, Socket socket, std::string peer)
    : shared_core_(core),
      core_(*core),
      socket_(std::move(socket)),
      peer_(std::move(peer)),
      peer_address_(peer_.substr(0, peer_.rfind(':'))),
      buffer_(kBufferLimit),
      timer_(core->io.get_executor()) {
  on_chunk_ = [this](std::uint64_t size, boost::beast::string_view extensions, ErrorCode& fault) {
    ++chunks_;
    chunk_bytes_ += size;
    // Many tiny chunks cost far more than the bytes they carry.
    if (extensions.size() > kChunkExtensionLimit) fault = http::error::bad_chunk_extension;
    if (chunks_ > kFreeChunks + chunk_bytes_ / 16) fault = http::error::bad_chunk;
  };
}

void Session::start() {
  core_.sessions.insert(this);
  core_.open = core_.sessions.size();
  next();
}

void Session::finish() {
  finishing_ = true;
  // A stream has no end to wait for: its receiver comes back, and says how far he was.
  if (idle_ || stream_) cut();
}

void Session::cut() {
  disarm();
  if (stream_) {
    std::exchange(stream_, nullptr)->detach();
    note_end();
  }
  ErrorCode ignored;
  socket_.close(ignored);
  if (core_.sessions.erase(this) == 0) return;
  core_.open = core_.sessions.size();
  core_.session_ended();
}

void Session::arm(std::chrono::milliseconds limit) {
  timed_out_ = false;
  const auto mine = ++armed_;
  timer_.expires_after(limit);
  timer_.async_wait([self = shared_from_this(), mine](ErrorCode fault) {
    if (fault || mine != self->armed_) return;
    self->timed_out_ = true;
    ErrorCode ignored;
    self->socket_.cancel(ignored);
  });
}

void Session::disarm() {
  ++armed_;
  timer_.cancel();
}

std::shared_ptr<Session::Owed> Session::owe() {
  return std::make_shared<Owed>(shared_core_.lock(), shared_from_this());
}

void Session::next() {
  parser_.emplace();
  request_ = std::make_shared<HttpRequest>();
  request_->peer = peer_address_;
  route_ = nullptr;
  caller_.reset();
  keep_alive_ = true;
  has_body_ = false;
  expects_continue_ = false;
  if (buffer_.size() > 0) {
    since_ = SteadyClock::now();
    read_head();
  } else {
    wait_for_bytes();
  }
}

void Session::refuse(const Problem& problem, bool close) {
  if (close) keep_alive_ = false;
  send(respond_with(problem, *request_));
}

void Session::answer(HttpResponse response) { send(std::move(response)); }

void Session::send(HttpResponse response) {
  if (!socket_.is_open()) return;
  if (finishing_ || response.stream) keep_alive_ = false;
  const auto stream = response.stream;
  Framing framing{core_.clock.system_now(), !keep_alive_, core_.https};
  status_ = response.status;
  code_ = response.code;
  try {
    out_ = compose(std::move(response), *request_, framing);
  } catch (const std::invalid_argument& fault) {
    core_.logger.error("request failed", {{"request_id", request_->request_id}, {"fault", fault.what()}});
    status_ = 500;
    code_ = "internal_error";
    out_ = compose(respond_with(known_problem("internal_error"), *request_), *request_, framing);
  }
  arm(with_transfer_time(core_.options.write_timeout, out_.body.size()));
  if (status_ < 300 && request_->method != "HEAD") stream_ = stream;
  const std::array<net::const_buffer, 2> both{net::buffer(out_.head), net::buffer(out_.body)};
  net::async_write(socket_, both, [self = shared_from_this()](ErrorCode fault, std::size_t) { self->on_sent(fault); });
}

void Session::on_sent(ErrorCode fault) {
  disarm();
  if (stream_ && !fault) return start_stream();
  if (stream_) return cut();
  note_end();
  if (fault) return cut();
  if (!keep_alive_) return linger();
  next();
}

void Session::start_stream() {
  if (finishing_) return cut();
  // The stream may outlive the connection, and must not keep it.
  stream_->attach([weak = weak_from_this(), core = shared_core_] {
    const auto alive = core.lock();
    if (!alive) return;
    net::post(alive->io, [weak] {
      if (const auto self = weak.lock()) self->send_stream();
    });
  });
  watch_receiver();
  send_stream();
}

void Session::send_stream() {
  if (!stream_ || streaming_) return;
  auto text = stream_->take();
  if (!text) return cut();
  if (text->empty()) return;
  streaming_ = true;
  out_.body = std::move(*text);
  arm(core_.options.write_timeout);
  net::async_write(socket_, net::buffer(out_.body), [self = shared_from_this()](ErrorCode fault, std::size_t) {
    self->streaming_ = false;
    self->disarm();
    if (fault) return self->cut();
    self->send_stream();
  });
}

/// Whoever listens has nothing to say: the only thing to read is the end.
void Session::watch_receiver() {
  socket_.async_read_some(net::buffer(scratch_), [self = shared_from_this()](ErrorCode, std::size_t) {
    if (self->stream_) self->cut();
  });
}

// Closing while the client still sends would reset the connection and could destroy the answer on its way.
void Session::linger() {
  ErrorCode fault;
  if (lingered_ == 0) {
    socket_.shutdown(Socket::shutdown_send, fault);
    if (fault) return cut();
    arm(kLingerTime);
  }
  socket_.async_read_some(net::buffer(scratch_), [self = shared_from_this()](ErrorCode fault, std::size_t size) {
    self->lingered_ += size;
    if (fault || self->lingered_ > kLingerBytes || self->core_.stopping) return self->cut();
    self->linger();
  });
}

void Session::note_end() const {
  const auto spent = SteadyClock::now() - since_;
  if (core_.options.ended) {
    const std::string_view route = route_ ? std::string_view(route_->pattern) : std::string_view();
    core_.options.ended({request_->method, route, status_, code_, spent});
  }
  nlohmann::ordered_json fields{{"request_id", request_->request_id},
                                {"traceparent", request_->traceparent},
                                {"method", request_->method},
                                {"route", route_ ? route_->pattern : ""},
                                {"status", status_},
                                {"ms", std::chrono::duration_cast<std::chrono::milliseconds>(spent).count()},
                                {"peer", peer_}};
  if (status_ >= 500) return core_.logger.warn("request", fields);
  core_.logger.info("request", fields);
}

}  // namespace vinhdanh
