// Counters and histograms of prometheus-cpp's core, found again without building labels for every request.
#include "api/metrics/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <mutex>
#include <tuple>
#include <vector>

#include "api/http/preconditions.hpp"
#include "api/http/problems.hpp"
#include "engine/codec/digest.hpp"

namespace vinhdanh {
namespace {

using prometheus::Counter;
using prometheus::Histogram;

const Histogram::BucketBoundaries request_seconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
const Histogram::BucketBoundaries batch_changes{1, 2, 4, 8, 16, 32, 64, 128};
constexpr std::array<const char*, 8> status_names{"done",         "stale",         "place_lost",      "number_taken",
                                                  "duplicate_key", "reference_taken", "not_in_role", "nomination_exists"};

/// A method that nobody serves is not a label.
std::string method_label(std::string_view method) {
  constexpr std::array<std::string_view, 7> known{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
  return std::ranges::find(known, method) == known.end() ? "other" : std::string(method);
}

}  // namespace

struct Metrics::Inner {
  struct Series {
    Counter* count;
    Histogram* seconds;
  };

  struct Asked {
    prometheus::Gauge* gauge;
    std::function<double()> value;
  };

  prometheus::Registry registry;
  prometheus::Family<Counter>& requests = prometheus::BuildCounter()
                                              .Name("vinhdanh_http_requests_total")
                                              .Help("Answers, by method, route and class of status")
                                              .Register(registry);
  prometheus::Family<Histogram>& seconds = prometheus::BuildHistogram()
                                               .Name("vinhdanh_http_request_seconds")
                                               .Help("From a request's first byte to its answer's last")
                                               .Register(registry);
  prometheus::Family<Counter>& problems =
      prometheus::BuildCounter().Name("vinhdanh_problems_total").Help("Problems answered, by code").Register(registry);
  prometheus::Family<Counter>& changes = prometheus::BuildCounter()
                                             .Name("vinhdanh_changes_total")
                                             .Help("Changes in acknowledged commits, by what became of them")
                                             .Register(registry);
  Counter& failures = prometheus::BuildCounter()
                          .Name("vinhdanh_commit_failures_total")
                          .Help("Commits that storage failed")
                          .Register(registry)
                          .Add({});
  Histogram& batches = prometheus::BuildHistogram()
                           .Name("vinhdanh_commit_batch_changes")
                           .Help("Changes per commit")
                           .Register(registry)
                           .Add({}, batch_changes);
  prometheus::Family<Counter>& webhooks = prometheus::BuildCounter()
                                              .Name("vinhdanh_webhook_attempts_total")
                                              .Help("Attempts to send webhooks' messages, by what became of them")
                                              .Register(registry);
  std::map<std::tuple<std::string, std::string, int>, Series, std::less<>> series;
  std::map<std::string, Counter*, std::less<>> codes;
  std::array<Counter*, status_names.size()> results{};
  std::array<Counter*, Names<WebhookOutcome>::all.size()> outcomes{};
  std::mutex asking;
  std::vector<Asked> asked;

  Series& series_of(const EndedRequest& it) {
    const int kind = it.status / 100;
    const auto known = series.find(std::tuple(it.method, it.route, kind));
    if (known != series.end()) return known->second;
    const std::string method = method_label(it.method);
    const std::string route(it.route);
    Series made{&requests.Add({{"method", method}, {"route", route}, {"class", std::to_string(kind) + "xx"}}),
                &seconds.Add({{"method", method}, {"route", route}}, request_seconds)};
    return series.emplace(std::tuple(method, route, kind), made).first->second;
  }
};

Metrics::Metrics(const std::string& version) : inner_(std::make_unique<Inner>()) {
  for (std::size_t i = 0; i < status_names.size(); ++i)
    inner_->results.at(i) = &inner_->changes.Add({{"result", status_names.at(i)}});
  for (std::size_t i = 0; i < inner_->outcomes.size(); ++i)
    inner_->outcomes.at(i) = &inner_->webhooks.Add({{"outcome", std::string(Names<WebhookOutcome>::all.at(i))}});
  prometheus::BuildGauge()
      .Name("vinhdanh_build_info")
      .Help("1, labelled with the program's version")
      .Register(inner_->registry)
      .Add({{"version", version}})
      .Set(1);
}
Metrics::~Metrics() = default;

void Metrics::request_ended(const EndedRequest& request) {
  EndedRequest it = request;
  const std::string method = method_label(request.method);
  it.method = method;
  const auto& series = inner_->series_of(it);
  series.count->Increment();
  series.seconds->Observe(std::chrono::duration<double>(request.spent).count());
  if (request.code.empty()) return;
  auto known = inner_->codes.find(request.code);
  if (known == inner_->codes.end()) {
    const std::string code(request.code);
    known = inner_->codes.emplace(code, &inner_->problems.Add({{"code", code}})).first;
  }
  known->second->Increment();
}

void Metrics::batch_committed(std::span<const CommitResult> results, bool failed) {
  if (failed) return inner_->failures.Increment();
  inner_->batches.Observe(static_cast<double>(results.size()));
  for (const CommitResult& result : results) inner_->results.at(static_cast<std::size_t>(result.status))->Increment();
}

void Metrics::webhook_tried(WebhookOutcome outcome) { inner_->outcomes.at(static_cast<std::size_t>(outcome))->Increment(); }

void Metrics::gauge(const std::string& name, const std::string& help, std::function<double()> value) {
  auto& gauge = prometheus::BuildGauge().Name(name).Help(help).Register(inner_->registry).Add({});
  inner_->asked.push_back({&gauge, std::move(value)});
}

std::string Metrics::text() {
  const std::lock_guard lock(inner_->asking);
  for (const auto& it : inner_->asked) {
    try {
      it.gauge->Set(it.value());
    } catch (const std::exception&) {
      continue;  // storage that fails does not take the other values with it
    }
  }
  return prometheus::TextSerializer().Serialize(inner_->registry.Collect());
}

HttpRoute metrics_route(Metrics& metrics, std::optional<std::string> token) {
  // Hashes are compared, so that the time it takes tells nothing of the token.
  const std::string wanted = token ? sha256_hex(*token) : "";
  const auto handler = [&metrics, wanted](const HttpRequest& request, const std::optional<Actor>&, const Respond& respond) {
    const auto given = bearer_token(request);
    if (!wanted.empty() && (!given || sha256_hex(*given) != wanted)) {
      return respond(respond_with(known_problem("unauthenticated"), request));
    }
    HttpResponse response;
    response.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    response.set("Cache-Control", "no-store");
    response.body = metrics.text();
    respond(std::move(response));
  };
  return {"GET", "/metrics", Access::open(), BodyKind::none, 0, handler, "*/*"};
}

double resident_memory() {
  std::ifstream file("/proc/self/statm");
  double size = 0;
  double resident = 0;
  return file >> size >> resident ? resident * static_cast<double>(sysconf(_SC_PAGESIZE)) : 0;
}

}  // namespace vinhdanh
