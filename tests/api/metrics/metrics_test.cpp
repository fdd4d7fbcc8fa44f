// The numbers that a scrape gives, and who may scrape.
#include "api/metrics/metrics.hpp"

#include <stdexcept>

#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

bool has_line(const std::string& text, const std::string& line) { return ("\n" + text).find("\n" + line + "\n") != std::string::npos; }

HttpResponse scrape(const HttpRoute& route, const std::string& authorization) {
  HttpRequest request;
  if (!authorization.empty()) request.headers["authorization"] = authorization;
  HttpResponse got;
  route.handler(request, std::nullopt, [&](HttpResponse response) { got = std::move(response); });
  return got;
}

}  // namespace

TEST_CASE("requests are counted by method, route and class of status, problems by code", "[metrics]") {
  Metrics metrics("1.2.3");
  const auto end = [&](std::string_view method, std::string_view route, int status, std::string_view code) {
    metrics.request_ended({method, route, status, code, std::chrono::milliseconds(3)});
  };
  end("GET", "/v1/dossiers/{id}", 200, "");
  end("GET", "/v1/dossiers/{id}", 201, "");
  end("GET", "/v1/dossiers/{id}", 404, "not_found");
  end("EVIL\"}", "", 501, "not_implemented");
  const std::string text = metrics.text();
  INFO(text);
  CHECK(has_line(text, "vinhdanh_http_requests_total{class=\"2xx\",method=\"GET\",route=\"/v1/dossiers/{id}\"} 2"));
  CHECK(has_line(text, "vinhdanh_http_requests_total{class=\"4xx\",method=\"GET\",route=\"/v1/dossiers/{id}\"} 1"));
  CHECK(has_line(text, "vinhdanh_http_requests_total{class=\"5xx\",method=\"other\",route=\"\"} 1"));
  CHECK(has_line(text, "vinhdanh_http_request_seconds_count{method=\"GET\",route=\"/v1/dossiers/{id}\"} 3"));
  CHECK(has_line(text, "vinhdanh_http_request_seconds_bucket{method=\"GET\",route=\"/v1/dossiers/{id}\",le=\"0.0025\"} 0"));
  CHECK(has_line(text, "vinhdanh_http_request_seconds_bucket{method=\"GET\",route=\"/v1/dossiers/{id}\",le=\"0.005\"} 3"));
  CHECK(has_line(text, "vinhdanh_problems_total{code=\"not_found\"} 1"));
  CHECK(has_line(text, "vinhdanh_build_info{version=\"1.2.3\"} 1"));
  CHECK(text.find("EVIL") == std::string::npos);
}

TEST_CASE("commits are counted with their size, their results and their failures", "[metrics]") {
  Metrics metrics("1");
  CommitResult stale;
  stale.status = CommitStatus::stale;
  const std::vector<CommitResult> batch{{}, {}, stale};
  metrics.batch_committed(batch, false);
  metrics.batch_committed({}, true);
  const std::string text = metrics.text();
  INFO(text);
  CHECK(has_line(text, "vinhdanh_changes_total{result=\"done\"} 2"));
  CHECK(has_line(text, "vinhdanh_changes_total{result=\"stale\"} 1"));
  CHECK(has_line(text, "vinhdanh_changes_total{result=\"nomination_exists\"} 0"));
  CHECK(has_line(text, "vinhdanh_commit_failures_total 1"));
  CHECK(has_line(text, "vinhdanh_commit_batch_changes_count 1"));
  CHECK(has_line(text, "vinhdanh_commit_batch_changes_sum 3"));
  CHECK(has_line(text, "vinhdanh_commit_batch_changes_bucket{le=\"2\"} 0"));
  CHECK(has_line(text, "vinhdanh_commit_batch_changes_bucket{le=\"4\"} 1"));
}

TEST_CASE("attempts of webhooks are counted by what became of them", "[metrics][webhooks]") {
  Metrics metrics("1");
  metrics.webhook_tried(WebhookOutcome::delivered);
  metrics.webhook_tried(WebhookOutcome::delivered);
  metrics.webhook_tried(WebhookOutcome::dead);
  const std::string text = metrics.text();
  INFO(text);
  CHECK(has_line(text, "vinhdanh_webhook_attempts_total{outcome=\"delivered\"} 2"));
  CHECK(has_line(text, "vinhdanh_webhook_attempts_total{outcome=\"retried\"} 0"));
  CHECK(has_line(text, "vinhdanh_webhook_attempts_total{outcome=\"dead\"} 1"));
  CHECK(has_line(text, "vinhdanh_webhook_attempts_total{outcome=\"skipped\"} 0"));
}

TEST_CASE("gauges are asked at each scrape; one that fails keeps its last value", "[metrics]") {
  Metrics metrics("1");
  int value = 4;
  metrics.gauge("vinhdanh_things", "Things", [&] {
    if (value < 0) throw std::runtime_error("no");
    return static_cast<double>(value);
  });
  metrics.gauge("process_resident_memory_bytes", "Memory", [] { return resident_memory(); });
  CHECK(has_line(metrics.text(), "vinhdanh_things 4"));
  value = 5;
  CHECK(has_line(metrics.text(), "vinhdanh_things 5"));
  value = -1;
  CHECK(has_line(metrics.text(), "vinhdanh_things 5"));
  CHECK(resident_memory() > 1'000'000);
}

TEST_CASE("metrics behind a token are for its holder", "[metrics]") {
  Metrics metrics("1");
  const auto guarded = metrics_route(metrics, "a-token-of-some-length");
  CHECK(guarded.pattern == "/metrics");
  CHECK(scrape(guarded, "").status == 401);
  CHECK(scrape(guarded, "Bearer another-token").status == 401);
  CHECK(scrape(guarded, "Bearer a-token-of-some-length").status == 200);
  CHECK(scrape(metrics_route(metrics, std::nullopt), "").status == 200);
}
