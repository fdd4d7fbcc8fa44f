// The notices and their e-mails of the memory store.
#include "adapters/memory/memory_notices.hpp"

#include <algorithm>

#include "adapters/memory/inner.hpp"

namespace vinhdanh {
namespace {

using detail::KeptNotice;

KeptNotice* find_notice(std::vector<KeptNotice>& all, const std::string& id) {
  const auto at = std::ranges::find_if(all, [&](const KeptNotice& it) { return it.notice.id == id; });
  return at == all.end() ? nullptr : &*at;
}

}  // namespace

std::vector<FedEvent> MemoryNotices::feed(const FeedPlace& after, int limit) const {
  const auto lock = store_.inner_->alone();
  const auto& tables = store_.inner_->tables;
  std::vector<FedEvent> found;
  for (auto at = static_cast<std::size_t>(std::max<std::int64_t>(after.seq, 0));
       at < tables.feed.size() && static_cast<int>(found.size()) < limit; ++at) {
    const auto& [stream, place] = tables.feed[at];
    found.push_back({{0, static_cast<std::int64_t>(at) + 1}, tables.streams.at(stream)[place]});
  }
  return found;
}

FeedPlace MemoryNotices::newest() const {
  const auto lock = store_.inner_->alone();
  return {0, static_cast<std::int64_t>(store_.inner_->tables.feed.size())};
}

FeedPlace MemoryNotices::cursor(const std::string& reader) const {
  const auto lock = store_.inner_->alone();
  const auto& cursors = store_.inner_->tables.cursors;
  const auto at = cursors.find(reader);
  return at == cursors.end() ? FeedPlace{} : at->second;
}

int MemoryNotices::put(std::span<const Notice> notices,
                       const std::optional<std::pair<std::string, FeedPlace>>& cursor) {
  const auto lock = store_.inner_->alone();
  auto& tables = store_.inner_->tables;
  int fresh = 0;
  for (const Notice& it : notices) {
    if (!tables.told.emplace(it.person, it.key).second) continue;
    tables.notices.push_back({it, it.mail ? KeptNotice::Mail::waiting : KeptNotice::Mail::none, {}, 0});
    ++fresh;
  }
  if (!cursor) return fresh;
  FeedPlace& at = tables.cursors[cursor->first];
  at = std::max(at, cursor->second);
  return fresh;
}

std::vector<Notice> MemoryNotices::of(const PersonId& person, bool unread_only, const std::string& after,
                                      int limit) const {
  const auto lock = store_.inner_->alone();
  std::vector<Notice> found;
  for (const KeptNotice& it : store_.inner_->tables.notices) {
    const bool wanted = it.notice.person == person && (!unread_only || !it.notice.read);
    if (wanted && (after.empty() || it.notice.id < after)) found.push_back(it.notice);
  }
  std::ranges::sort(found, std::ranges::greater{}, &Notice::id);
  if (static_cast<int>(found.size()) > limit) found.resize(static_cast<std::size_t>(std::max(limit, 0)));
  return found;
}

std::int64_t MemoryNotices::unread(const PersonId& person) const {
  const auto lock = store_.inner_->alone();
  return std::ranges::count_if(store_.inner_->tables.notices, [&](const KeptNotice& it) {
    return it.notice.person == person && !it.notice.read;
  });
}

void MemoryNotices::mark_read(const PersonId& person, std::span<const std::string> ids, Instant at) {
  const auto lock = store_.inner_->alone();
  for (KeptNotice& it : store_.inner_->tables.notices) {
    const bool named = ids.empty() || std::ranges::find(ids, it.notice.id) != ids.end();
    if (named && it.notice.person == person && !it.notice.read) it.notice.read = at;
  }
}

std::vector<DueMail> MemoryNotices::take_mail(Instant now, Instant lease_until, int limit) {
  const auto lock = store_.inner_->alone();
  std::vector<DueMail> taken;
  for (KeptNotice& it : store_.inner_->tables.notices) {
    if (it.mail != KeptNotice::Mail::waiting || it.due > now || static_cast<int>(taken.size()) >= limit) continue;
    taken.push_back({it.notice, it.attempts++});
    it.due = lease_until;
  }
  return taken;
}

void MemoryNotices::mail_sent(const std::string& notice, Instant) {
  const auto lock = store_.inner_->alone();
  if (auto* it = find_notice(store_.inner_->tables.notices, notice)) it->mail = KeptNotice::Mail::sent;
}

void MemoryNotices::mail_failed(const std::string& notice, const std::optional<Instant>& retry, const std::string&) {
  const auto lock = store_.inner_->alone();
  auto* it = find_notice(store_.inner_->tables.notices, notice);
  if (!it || it->mail != KeptNotice::Mail::waiting) return;
  if (retry) it->due = *retry;
  else it->mail = KeptNotice::Mail::given_up;
}

}  // namespace vinhdanh
