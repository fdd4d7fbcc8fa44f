// The caller's own notices: a person's, whichever of his appointments he has signed in with.
#include "api/desk/notices/notices.hpp"

#include <optional>

#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/notices/notice_words.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/query.hpp"

namespace vinhdanh {

namespace {

struct ReadNotices {
  std::vector<std::string> ids;
  bool all = false;
  VINHDANH_MEMBERS(ids, all)
};

std::optional<std::string> path_of(const Notice& notice) {
  switch (notice.stream) {
    case StreamKind::dossier: return "/v1/dossiers/" + notice.stream_id;
    case StreamKind::submission: return "/v1/submissions/" + notice.stream_id;
    case StreamKind::occasion: return "/v1/occasions/" + notice.stream_id;
    case StreamKind::decision: return "/v1/decisions/" + notice.stream_id;
    case StreamKind::duty: return "/v1/duties/" + notice.stream_id;
    default: return std::nullopt;
  }
}

Json sentence_json(const NoticeSentence& sentence) { return {{"vi", sentence.vi}, {"en", sentence.en}}; }

Json notice_line(const Deps& deps, const Notice& notice, const Scope& scope) {
  const auto words = words_of_notice(deps, notice, &scope);
  Json line{{"id", notice.id},
            {"kind", notice.kind},
            {"at", notice.at.text()},
            {"title", sentence_json(words.subject)},
            {"sentence", sentence_json(words.sentence)},
            {"details", notice.details},
            {"about", {{"kind", name_of(notice.stream)}, {"id", notice.stream_id}}}};
  if (const auto path = path_of(notice)) line["href"] = *path;
  if (notice.read) line["read"] = notice.read->text();
  return line;
}

Json count_json(const Deps& deps, const Actor& actor) { return {{"unread", deps.notices.unread(actor.person)}}; }

}  // namespace

HttpResponse list_notices(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  const bool unread = reader.truth("unread").value_or(false);
  const auto page = reader.page(deps.store, actor);
  if (auto fault = reader.end()) return std::move(*fault);
  auto notices = deps.notices.of(actor.person, unread, page.after, page.limit + 1);
  std::optional<std::string> last;
  if (notices.size() > static_cast<std::size_t>(page.limit)) {
    notices.resize(static_cast<std::size_t>(page.limit));
    last = notices.back().id;
  }
  const Scope scope(deps, actor, today(deps));
  auto items = Json::array();
  for (const auto& notice : notices) items.push_back(notice_line(deps, notice, scope));
  return json_response(200, page_body(deps.store, request, actor, std::move(items), last));
}

HttpResponse count_notices(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  if (auto fault = reader.end()) return std::move(*fault);
  return json_response(200, count_json(deps, actor));
}

HttpResponse read_notices(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto wanted = read_body<ReadNotices>(request);
  if (!wanted) return std::move(wanted.response());
  if (wanted->ids.empty() && !wanted->all) return invalid(request, {missing_value("/ids")});
  if (!wanted->ids.empty() && wanted->all) return invalid(request, {unknown_value("/all")});
  deps.notices.mark_read(actor.person, wanted->ids, deps.clock.business_now());
  return json_response(200, count_json(deps, actor));
}

}  // namespace vinhdanh
