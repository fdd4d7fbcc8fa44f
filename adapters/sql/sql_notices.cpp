// The notices and their e-mails of a store over SQL.
#include "adapters/sql/sql_notices.hpp"

#include "adapters/sql/inner.hpp"
#include "adapters/sql/statements_time.hpp"
#include "engine/codec/codec.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {
namespace {

using detail::Connection;
using FeedRow =
    std::tuple<std::int64_t, std::int64_t, std::string, std::string, std::int64_t, std::string, std::string>;
using NoticeRow = std::tuple<std::string, std::string, std::string, std::string, std::string, std::string, std::int64_t,
                             std::string, int, std::optional<std::int64_t>>;
using MailRow = std::tuple<std::string, std::string, std::string, std::string, std::string, std::string, std::int64_t,
                           std::string, int, std::optional<std::int64_t>, int>;

/// A row that no longer parses still comes, without an event id: a reader passes over it, and `verify` names it.
FedEvent fed(const FeedRow& row) {
  const auto& [transaction, seq, kind, id, n, hash, bytes] = row;
  FedEvent it{{transaction, seq}, {}};
  try {
    it.event = read_event(bytes);
  } catch (const std::runtime_error&) {
    it.event.event.stream = parse_name<StreamKind>(kind).value_or(StreamKind::dossier);
    it.event.event.stream_id = id;
  }
  it.event.n = n;
  it.event.hash = hash;
  it.event.bytes = bytes;
  return it;
}

template <class Row>
Notice notice_of(const Row& row) {
  Notice it;
  it.id = std::get<0>(row);
  it.key = std::get<1>(row);
  it.person = std::get<2>(row);
  it.kind = std::get<3>(row);
  it.stream = parse_name<StreamKind>(std::get<4>(row)).value();
  it.stream_id = std::get<5>(row);
  it.at = Instant{std::get<6>(row)};
  it.details = nlohmann::json::parse(std::get<7>(row)).template get<std::map<std::string, std::string>>();
  it.mail = std::get<8>(row) != 0;
  if (std::get<9>(row)) it.read = Instant{*std::get<9>(row)};
  return it;
}

bool add(Connection& writer, const Notice& it) {
  const auto added = writer.change(sql::add_notice, it.id, it.key, it.person, it.kind, std::string(name_of(it.stream)),
                                   it.stream_id, it.at.milliseconds, nlohmann::json(it.details).dump(), it.mail);
  if (added > 0 && it.mail) writer.change(sql::add_mail, it.id);
  return added > 0;
}

using PlaceRow = std::tuple<std::int64_t, std::int64_t>;

FeedPlace place_in(const std::optional<PlaceRow>& row) {
  return row ? FeedPlace{std::get<0>(*row), std::get<1>(*row)} : FeedPlace{};
}

/// Behind every id: ids are lower-case hex digits and dashes.
const std::string kNewest = "~";

}  // namespace

std::vector<FedEvent> SqlNotices::feed(const FeedPlace& after, int limit) const {
  return store_.inner_->read([&](Connection& reader) {
    std::vector<FedEvent> found;
    for (const FeedRow& row : reader.rows<FeedRow>(sql::feed, after.transaction, after.seq, limit)) found.push_back(fed(row));
    return found;
  });
}

FeedPlace SqlNotices::newest() const {
  return place_in(store_.inner_->read([](Connection& reader) { return reader.row<PlaceRow>(sql::newest_event); }));
}

FeedPlace SqlNotices::cursor(const std::string& reader_name) const {
  return place_in(store_.inner_->read([&](Connection& reader) { return reader.row<PlaceRow>(sql::cursor, reader_name); }));
}

int SqlNotices::put(std::span<const Notice> notices,
                       const std::optional<std::pair<std::string, FeedPlace>>& cursor) {
  return store_.inner_->write([&](Connection& writer) {
    int fresh = 0;
    for (const Notice& it : notices) fresh += add(writer, it) ? 1 : 0;
    if (cursor) writer.change(sql::put_cursor, cursor->first, cursor->second.transaction, cursor->second.seq);
    return fresh;
  });
}

std::vector<Notice> SqlNotices::of(const PersonId& person, bool unread_only, const std::string& after,
                                      int limit) const {
  return store_.inner_->read([&](Connection& reader) {
    std::vector<Notice> found;
    const auto text = unread_only ? sql::unread_notices : sql::notices;
    for (const NoticeRow& row : reader.rows<NoticeRow>(text, person, after.empty() ? kNewest : after, limit))
      found.push_back(notice_of(row));
    return found;
  });
}

std::int64_t SqlNotices::unread(const PersonId& person) const {
  return store_.inner_->read(
      [&](Connection& reader) { return reader.value<std::int64_t>(sql::count_unread, person).value_or(0); });
}

void SqlNotices::mark_read(const PersonId& person, std::span<const std::string> ids, Instant at) {
  store_.inner_->write([&](Connection& writer) {
    if (ids.empty()) return writer.change(sql::read_all, at.milliseconds, person);
    const std::string list = nlohmann::json(std::vector<std::string>(ids.begin(), ids.end())).dump();
    return writer.change(sql::read_some, at.milliseconds, person, list);
  });
}

std::vector<DueMail> SqlNotices::take_mail(Instant now, Instant lease_until, int limit) {
  // Most of the time nothing waits: that is seen without a write.
  const auto waits = store_.inner_->read(
      [&](Connection& reader) { return !reader.rows<MailRow>(sql::waiting_mail, now.milliseconds, 1).empty(); });
  if (!waits) return {};
  return store_.inner_->write([&](Connection& writer) {
    std::vector<DueMail> taken;
    for (const MailRow& row : writer.rows<MailRow>(sql::take_mail, now.milliseconds, limit)) {
      taken.push_back({notice_of(row), std::get<10>(row)});
      writer.change(sql::lease_mail, lease_until.milliseconds, taken.back().notice.id);
    }
    return taken;
  });
}

void SqlNotices::mail_sent(const std::string& notice, Instant at) {
  store_.inner_->write([&](Connection& writer) { return writer.change(sql::mail_sent, at.milliseconds, notice); });
}

void SqlNotices::mail_failed(const std::string& notice, const std::optional<Instant>& retry,
                                const std::string& why) {
  store_.inner_->write([&](Connection& writer) {
    if (!retry) return writer.change(sql::mail_given_up, why, notice);
    return writer.change(sql::mail_again, retry->milliseconds, why, notice);
  });
}

}  // namespace vinhdanh
