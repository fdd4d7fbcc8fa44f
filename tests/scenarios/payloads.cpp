// What a row does, as the payload of a command.
#include "tests/scenarios/payloads.hpp"

#include <array>

namespace vinhdanh::scenarios {
namespace {

using Keys = std::span<const std::string_view>;

/// The details of one row, read by key.
class Details {
 public:
  Details(const Phrase& phrase, Keys keys) : phrase_(phrase), all_(details_of(phrase.parts, keys, phrase.line)) {}

  [[nodiscard]] const std::vector<Detail>& all() const { return all_; }
  [[nodiscard]] std::optional<std::string> text(std::string_view key) const {
    for (const Detail& detail : all_) {
      if (detail.key == key) return detail.value;
    }
    return std::nullopt;
  }
  [[nodiscard]] std::string or_none(std::string_view key) const { return text(key).value_or(""); }
  /// Dated on the day of the row unless it says "… of 2020-09-10".
  [[nodiscard]] DocumentRef document(std::string_view key) const {
    const auto value = text(key);
    return value ? phrase_.document(*value) : DocumentRef{};
  }
  /// "minutes 12/BB-HĐ, 11 of 13 present, 10 for"
  [[nodiscard]] std::optional<CouncilMinutes> minutes() const {
    const auto value = text("minutes");
    if (!value) return std::nullopt;
    const auto parts = parts_of(*value, ',');
    CouncilMinutes minutes{.number = parts.at(0), .date = phrase_.date};
    if (parts.size() != 3 ||
        std::sscanf(parts[1].c_str(), "%d of %d present", &minutes.members_present, &minutes.members_total) != 2 ||
        std::sscanf(parts[2].c_str(), "%d for", &minutes.votes_for) != 1) {
      fault(phrase_.line, "not minutes: " + *value);
    }
    return minutes;
  }

 private:
  const Phrase& phrase_;
  std::vector<Detail> all_;
};

Payload submit(const Phrase& phrase) {
  constexpr std::string_view keys[] = {"letter", "late reason"};
  const Details details(phrase, keys);
  return Submit{details.document("letter"), details.text("late reason")};
}

Payload resubmit(const Phrase& phrase) {
  constexpr std::string_view keys[] = {"answer"};
  Resubmit payload;
  const Details details(phrase, keys);
  for (const Detail& detail : details.all()) {
    const auto space = detail.value.find(' ');
    const auto place = static_cast<std::size_t>(std::stoi(detail.value.substr(0, space)));
    if (place < 1 || place > phrase.dossier.points.size()) fault(phrase.line, "no such point");
    payload.answers.push_back({phrase.dossier.points[place - 1].id, trimmed(detail.value.substr(space))});
  }
  return payload;
}

/// "a_credit not applicable because không cấp tín dụng" or "all met".
Payload attest(const Phrase& phrase) {
  Attest payload;
  for (const std::string& part : phrase.parts) {
    const auto words = parts_of(part, ' ');
    const std::string rest = trimmed(part.substr(words[0].size()));
    const auto because = rest.find(" because ");
    AttestationEntry entry{named<Attestation>(rest.substr(0, because), phrase.line), ""};
    if (because != std::string::npos) entry.reason = trimmed(rest.substr(because + 9));
    if (words[0] != "all") {
      payload.attestations[words[0]] = entry;
      continue;
    }
    for (const Criterion& criterion : phrase.category.criteria) {
      if (criterion.kind == CriterionKind::attested) payload.attestations[criterion.id] = entry;
    }
  }
  return payload;
}

Payload give_opinion(const Phrase& phrase) {
  constexpr std::string_view keys[] = {"agrees", "disagrees"};
  const Details details(phrase, keys);
  const auto& first = details.all().at(0);
  return GiveOpinion{first.key == "agrees", first.value};
}

Payload propose(const Phrase& phrase) {
  constexpr std::string_view keys[] = {"text"};
  return Propose{named<ProposalKind>(phrase.object, phrase.line), Details(phrase, keys).text("text")};
}

constexpr std::string_view kForwardKeys[] = {"letter", "opinion", "minutes"};

Payload forward(const Phrase& phrase) {
  const Details details(phrase, kForwardKeys);
  return Forward{details.document("letter"), details.text("opinion"), details.minutes()};
}

Payload forward_with_disagreement(const Phrase& phrase) {
  const Details details(phrase, kForwardKeys);
  return ForwardWithDisagreement{details.document("letter"), details.text("opinion"), details.minutes()};
}

/// "point figure_wrong /figures/yearly/mdp_rate/2024 Số liệu chưa khớp"
PointToRepair point_in(const std::string& text, int line) {
  const auto code_end = text.find(' ');
  const auto pointer_end = text.find(' ', code_end + 1);
  if (code_end == std::string::npos || pointer_end == std::string::npos)
    fault(line, "a point is code, place and text: " + text);
  return {text.substr(0, code_end), text.substr(code_end + 1, pointer_end - code_end - 1),
          trimmed(text.substr(pointer_end))};
}

Payload return_for_rework(const Phrase& phrase) {
  constexpr std::string_view keys[] = {"letter", "point", "to stage", "right office"};
  const Details details(phrase, keys);
  ReturnForRework payload{details.text("to stage"), details.document("letter"), {}, {}};
  for (const Detail& detail : details.all()) {
    if (detail.key == "point") payload.points.push_back(point_in(detail.value, phrase.line));
    if (detail.key == "right office") payload.right_office = phrase.office(detail.value);
  }
  return payload;
}

Payload conclude_ineligible(const Phrase& phrase) {
  constexpr std::string_view keys[] = {"letter", "criterion", "paper", "text"};
  const Details details(phrase, keys);
  ConcludeIneligible payload{details.document("letter"), {}, details.or_none("text")};
  for (const Detail& detail : details.all()) {
    if (detail.key == "criterion") payload.grounds.push_back({.criterion = detail.value});
    if (detail.key == "paper") payload.grounds.push_back({.paper_slot = detail.value});
  }
  return payload;
}

Payload approve(const Phrase& phrase) { return Approve{phrase.decision(phrase.object)}; }

Payload approve_lower_form(const Phrase& phrase) {
  constexpr std::string_view keys[] = {"form"};
  return ApproveLowerForm{Details(phrase, keys).or_none("form"), phrase.decision(phrase.object)};
}

Payload record_result(const Phrase& phrase) {
  constexpr std::string_view keys[] = {"document", "sent"};
  const Details details(phrase, keys);
  RecordResult payload{phrase.object == "approved", details.document("document"), std::nullopt};
  if (details.text("sent")) payload.sent = details.document("sent");
  return payload;
}

Payload record_correction(const Phrase& phrase) {
  constexpr std::string_view keys[] = {"value"};
  return RecordCorrection{phrase.object, Details(phrase, keys).or_none("value")};
}

Payload notify(const Phrase& phrase) {
  constexpr std::string_view keys[] = {"document", "reason"};
  const Details details(phrase, keys);
  return NotifyNotAwarded{details.document("document"), details.or_none("reason")};
}

Payload hold(const Phrase& phrase) {
  constexpr std::string_view keys[] = {"document", "review", "reason"};
  const Details details(phrase, keys);
  PutOnHold payload{details.document("document"), std::nullopt, details.or_none("reason")};
  if (const auto review = details.text("review")) payload.review = date_in(*review, phrase.line);
  return payload;
}

Payload lift_hold(const Phrase& phrase) {
  constexpr std::string_view keys[] = {"document", "reason"};
  const Details details(phrase, keys);
  return LiftHold{details.document("document"), details.or_none("reason")};
}

Payload comment(const Phrase& phrase) {
  constexpr std::string_view keys[] = {"text"};
  return Comment{Details(phrase, keys).or_none("text")};
}

template <class P>
Payload with_reason(const Phrase& phrase) {
  constexpr std::string_view keys[] = {"reason"};
  return P{Details(phrase, keys).or_none("reason")};
}

template <class P>
Payload plain(const Phrase& phrase) {
  if (!phrase.object.empty() || !phrase.parts.empty()) fault(phrase.line, "nothing more can be said of this act");
  return P{};
}

struct Verb {
  std::string_view words;
  Payload (*read)(const Phrase&);
};

/// A verb that begins with another stands before it.
constexpr auto kVerbs = std::to_array<Verb>({
    {"submit", submit},
    {"resubmit", resubmit},
    {"recall", plain<Recall>},
    {"withdraw", with_reason<Withdraw>},
    {"receive", plain<Receive>},
    {"attest", attest},
    {"give opinion", give_opinion},
    {"rank", [](const Phrase& phrase) -> Payload { return Rank{std::stoi(phrase.object)}; }},
    {"propose", propose},
    {"forward with disagreement", forward_with_disagreement},
    {"forward", forward},
    {"return for rework", return_for_rework},
    {"conclude ineligible", conclude_ineligible},
    {"approve lower form in", approve_lower_form},
    {"approve in", approve},
    {"decline", with_reason<Decline>},
    {"record result", record_result},
    {"record correction of", record_correction},
    {"confirm correction", plain<ConfirmCorrection>},
    {"notify not awarded", notify},
    {"take up", plain<TakeUp>},
    {"give back", plain<Release>},
    {"remove from decision", with_reason<RemoveFromDecision>},
    {"hold", hold},
    {"lift hold", lift_hold},
    {"comment", comment},
});

}  // namespace

DocumentRef Phrase::document(const std::string& text) const {
  const auto of = text.rfind(" of ");
  if (of == std::string::npos) return {text, date};
  return {trimmed(text.substr(0, of)), date_in(trimmed(text.substr(of + 4)), line)};
}

std::optional<Payload> read_payload(Phrase phrase, const std::string& what) {
  phrase.parts = parts_of(what, ';');
  for (const Verb& verb : kVerbs) {
    if (!takes(phrase.parts.front(), verb.words, phrase.object)) continue;
    phrase.parts.erase(phrase.parts.begin());
    return verb.read(phrase);
  }
  return std::nullopt;
}

}  // namespace vinhdanh::scenarios
