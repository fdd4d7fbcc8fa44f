// How a session reads requests with Beast's parser and hands them to a worker.
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>

#include "api/http/forwarded.hpp"
#include "api/http/header_syntax.hpp"
#include "api/http/owed_answer.hpp"
#include "api/http/session.hpp"
#include "api/http/trace.hpp"

namespace vinhdanh {

namespace http = boost::beast::http;

namespace {

constexpr std::size_t kHeaderLimit = 16 * 1024;
constexpr std::size_t kHeadRead = 4096;
constexpr std::size_t kBodyRead = 64 * 1024;
constexpr std::size_t kUncheckedBody = 64 * 1024;  // above it the caller is authenticated before the body is read

std::string text_of(boost::beast::string_view view) { return {view.data(), view.size()}; }

std::string_view bytes_of(const boost::beast::flat_buffer& buffer) {
  return {static_cast<const char*>(buffer.data().data()), buffer.size()};
}

// Beast joins folded lines (RFC 9112, 5.2), after which a folded Transfer-Encoding looks like a plain one.
bool has_folded_line(std::string_view unread) {
  const auto head = unread.substr(0, unread.find("\r\n\r\n"));
  return head.find("\r\n ") != std::string_view::npos || head.find("\r\n\t") != std::string_view::npos;
}

// Beast looks only for CR LF and would wait for it behind a chunk line that ended otherwise.
bool has_bare_line_feed(std::string_view lines) {
  for (auto at = lines.find('\n'); at != std::string_view::npos; at = lines.find('\n', at + 1)) {
    if (at == 0 || lines[at - 1] != '\r') return true;
  }
  return false;
}

}  // namespace

void Session::wait_for_bytes() {
  if (finishing_) return cut();
  idle_ = true;
  since_ = SteadyClock::now();
  arm(first_ ? core_.options.header_timeout : core_.options.idle_timeout);
  socket_.async_read_some(buffer_.prepare(kHeadRead), [self = shared_from_this()](ErrorCode fault, std::size_t size) {
    self->idle_ = false;
    if (fault) return self->cut();
    self->buffer_.commit(size);
    self->since_ = SteadyClock::now();
    self->read_head();
  });
}

void Session::read_head() {
  first_ = false;
  head_bytes_ = 0;
  parser_->header_limit(kHeaderLimit);
  parser_->body_limit(boost::none);  // the route decides
  arm(core_.options.header_timeout);
  parse_head();
}

void Session::parse_head() {
  ErrorCode fault;
  if (has_folded_line(bytes_of(buffer_))) return on_head(http::error::bad_obs_fold);
  const auto used = parser_->put(buffer_.data(), fault);
  buffer_.consume(used);
  head_bytes_ += used;
  if (fault && fault != http::error::need_more) return on_head(fault);
  // Beast's limit is per read; ours is for the whole head.
  const bool done = parser_->is_header_done();
  if (head_bytes_ + (done ? 0 : buffer_.size()) > kHeaderLimit) return on_head(http::error::header_limit);
  if (done) return on_head({});
  socket_.async_read_some(buffer_.prepare(kHeadRead), [self = shared_from_this()](ErrorCode fault, std::size_t size) {
    if (fault) return self->on_head(fault);
    self->buffer_.commit(size);
    self->parse_head();
  });
}

void Session::on_head(ErrorCode fault) {
  disarm();
  const auto callers = fault ? std::string() : text_of(parser_->get()["traceparent"]);
  const auto names = name_request(callers, core_.fresh);
  request_->request_id = names.request_id;
  request_->traceparent = names.traceparent;
  if (fault) return on_read_fault(fault, false);
  admit_request();
}

RequestHead Session::take_head() {
  const auto& message = parser_->get();
  RequestHead head;
  head.method = text_of(message.method_string());
  head.target = text_of(message.target());
  head.http_1_0 = message.version() < 11;
  for (const auto& field : message) {
    head.fields.emplace_back(lower_case(text_of(field.name_string())), text_of(field.value()));
  }
  head.chunked = parser_->chunked();
  head.content_length = parser_->content_length().value_or(0);
  return head;
}

void Session::admit_request() {
  keep_alive_ = parser_->keep_alive() && parser_->get().version() >= 11;
  RequestHead head = take_head();
  has_body_ = head.has_body();
  auto admission = admit(std::move(head), core_.router, core_.hosts);
  admission.request.request_id = std::move(request_->request_id);
  admission.request.traceparent = std::move(request_->traceparent);
  admission.request.peer =
      client_address(peer_address_, admission.request.header("x-forwarded-for"), core_.options.trusted_proxies);
  *request_ = std::move(admission.request);
  route_ = admission.route;
  expects_continue_ = admission.expects_continue;
  if (admission.refusal) return refuse(*admission.refusal, admission.close || has_body_);
  proceed();
}

void Session::proceed() {
  if (!has_body_) return on_body({});
  const bool large = parser_->chunked() || parser_->content_length().value_or(0) > kUncheckedBody;
  if (large && route_->access.kind() != Access::Kind::open) return authenticate_first();
  read_body();
}

void Session::authenticate_first() {
  auto owed = owe();
  const bool started = core_.work([owed, request = request_, route = route_, core = &core_] {
    std::optional<Actor> caller;
    const auto refusal = guarded([&] { return identify(*route, *request, core->authenticate, caller); },
                                 [&](const std::string& why) { owed->log(why); });
    if (refusal) return owed->fail(*refusal);
    owed->back([caller = std::move(caller)](Session& session) {
      session.caller_ = caller;
      session.read_body();
    });
  });
  if (!started) owed->fail(known_problem("overloaded"));
}

void Session::read_body() {
  const std::uint64_t expected = parser_->content_length().value_or(route_->body_limit);
  arm(with_transfer_time(core_.options.body_timeout, expected));
  if (expects_continue_ && buffer_.size() == 0) {
    expects_continue_ = false;
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    net::async_write(socket_, net::buffer(go_on), [self = shared_from_this()](ErrorCode fault, std::size_t) {
      if (fault) return self->cut();
      self->read_body();
    });
    return;
  }
  chunks_ = 0;
  chunk_bytes_ = 0;
  parser_->body_limit(route_->body_limit);
  parser_->on_chunk_header(on_chunk_);
  parser_->eager(true);
  parse_body();
}

void Session::parse_body() {
  ErrorCode fault;
  while (buffer_.size() > 0 && !parser_->is_done()) {
    buffer_.consume(parser_->put(buffer_.data(), fault));
    if (fault == http::error::need_more) break;
    if (fault) return on_body(fault);
  }
  if (parser_->is_done()) return on_body({});
  // What is left unread is the beginning of a chunk's line or of the trailer.
  if (buffer_.size() > kHeaderLimit || has_bare_line_feed(bytes_of(buffer_))) return on_body(http::error::bad_chunk);
  socket_.async_read_some(buffer_.prepare(kBodyRead), [self = shared_from_this()](ErrorCode fault, std::size_t size) {
    if (fault) return self->on_body(fault);
    self->buffer_.commit(size);
    self->parse_body();
  });
}

void Session::on_body(ErrorCode fault) {
  disarm();
  if (fault) return on_read_fault(fault, true);
  has_body_ = false;
  request_->body = std::move(parser_->get().body());
  handle();
}

void Session::handle() {
  auto owed = owe();
  const bool started =
      core_.work([owed, request = request_, route = route_, caller = caller_, core = &core_]() mutable {
        const auto refusal = guarded(
            [&]() -> std::optional<Problem> {
              if (!caller) {
                if (auto problem = identify(*route, *request, core->authenticate, caller)) return problem;
              }
              if (route->body == BodyKind::json) {
                if (auto problem = check_json(request->body, route->body_limit)) return problem;
              }
              route->handler(*request, caller, [owed](HttpResponse response) { owed->answer(std::move(response)); });
              return std::nullopt;
            },
            [&](const std::string& why) { owed->log(why); });
        if (refusal) owed->fail(*refusal);
      });
  if (!started) owed->fail(known_problem("overloaded"));
}

void Session::on_read_fault(ErrorCode fault, bool in_body) {
  has_body_ = true;
  if (fault == net::error::operation_aborted) {
    if (!timed_out_) return cut();
    return refuse(known_problem("request_timeout"), true);
  }
  if (fault == http::error::body_limit) return refuse(known_problem("payload_too_large"), true);
  if (fault == http::error::header_limit && !in_body) {
    const bool start_line = parser_->get().target().empty();
    return refuse(known_problem(start_line ? "uri_too_long" : "headers_too_large"), true);
  }
  const bool parse_fault = fault.category() == make_error_code(http::error::bad_method).category();
  if (!parse_fault) return cut();
  refuse(known_problem("malformed_request"), true);
}

}  // namespace vinhdanh
