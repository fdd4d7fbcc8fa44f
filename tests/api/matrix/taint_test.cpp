// A word planted in every personal text: no answer gives it to anyone outside its scope, and nothing else keeps it at
// all.
#include <algorithm>
#include <set>

#include "tests/api/matrix/world.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

using People = std::set<std::string>;

People together(std::initializer_list<People> sets) {
  People all;
  for (const auto& one : sets) all.insert(one.begin(), one.end());
  return all;
}

const People unit{"clerk", "head", "other_clerk", "superior"};
const People overseers{"officer", "observer", "auditor", "quota"};
const People home{"intake", "appraiser", "director", "home_specialist", "nominee", "submitter"};
const People stages =
    together({home, {"labour", "secretary", "verifier", "chief", "registry", "chairman", "deputy", "recorder"}});
const People sibling{"sibling_head", "sibling_specialist", "superior"};
const People of_draft = together({unit, overseers});
const People of_sent = together({unit, overseers, stages});
const People of_siblings = together({sibling, overseers, stages});
const People of_duty = together({unit, overseers, home});

std::string id_in_path(const std::string& path) { return path.substr(path.rfind('/') + 1); }

class Tainted : public World {
 public:
  Tainted() {
    prepare();
    walk("returned");
    settle();
    walk("decided");
  }

  std::vector<std::string> faults;
  std::map<std::string, People> planted;  ///< word → who may read it
  std::set<std::string> read;             ///< words that somebody did read, so that the walk is not blind
  int answers = 0;

  /// Where no word may be, whoever looks.
  void look(const std::string& place, const std::string& text) {
    for (const auto& [word, readers] : planted) {
      if (text.find(word) != std::string::npos) faults.push_back(word + " in " + place);
    }
  }

 private:
  std::string plant(const std::string& kind, const People& readers) {
    const auto word = "Zq" + kind + "Xv";
    planted[word] = readers;
    return word;
  }

  std::string opened(const std::string& clerk, const std::string& submission, const Json& content) {
    const auto answer = post(submission + "/dossiers", clerk,
                             {{"form", "provincial_merit"},
                              {"subject_kind", "collective"},
                              {"category", "departments"},
                              {"content", content}});
    INFO(answer.text);
    REQUIRE(answer.status == 201);
    const auto dossier = "/v1/dossiers/" + answer.body["id"].get<std::string>();
    REQUIRE(upload(dossier, "achievement_report", clerk).status == 200);
    return dossier;
  }
  Json words(const std::string& suffix, const People& readers) {
    Json content{
        {"nominee",
         {{"name", "Tập thể " + plant("name" + suffix, readers)}, {"title", plant("title" + suffix, readers)}}},
        {"achievement", plant("deed" + suffix, readers)},
        {"achievement_from", "2021-01-01"},
        {"achievement_to", "2024-12-31"}};
    content["figures"]["single"][single_figure()] = {{"value", "7"}, {"source", plant("source" + suffix, readers)}};
    return content;
  }
  std::string single_figure() {
    for (const auto& figure : deps->rulebook.latest_plan("lang-son-2021-2025")->figures) {
      if (!figure.yearly) return figure.id;
    }
    FAIL("the plan has no figure");
    return "";
  }
  std::string submission_of(const std::string& clerk) {
    const auto answer = post("/v1/submissions", clerk, {{"occasion", occasion}});
    REQUIRE(answer.status == 201);
    const auto submission = "/v1/submissions/" + answer.body["id"].get<std::string>();
    REQUIRE(upload(submission, "submission_letter", clerk).status == 200);
    things_.push_back(submission);
    return submission;
  }
  void save(const std::string& dossier, const Json& content) {
    const auto etag = get(dossier + "/content", clerk()).etag();
    REQUIRE(call("PUT", dossier + "/content", clerk(), content.dump(), {{"if-match", etag}}).status == 200);
  }
  void attest_with_reason(const std::string& dossier) {
    Json attestations = Json::object();
    for (const auto& criterion : deps->rulebook.latest_plan("lang-son-2021-2025")->category("departments")->criteria) {
      attestations[criterion.id] = {{"value", "not_applicable"}, {"reason", plant("attested", of_sent)}};
    }
    done(dossier, "attest", appraiser(), {{"attestations", attestations}});
  }

  void prepare() {
    submission_ = submission_of(clerk());
    first_ = opened(clerk(), submission_, words("first", of_sent));
    draft_ = opened(clerk(), submission_of(clerk()), words("draft", of_draft));
    withdrawn_ = opened(clerk(), submission_of(clerk()), words("withdrawn", of_sent));
    failed_ = opened(clerk(), submission_of(clerk()), words("failed", of_sent));
    siblings_submission_ = submission_of(siblings_clerk());
    siblings_ = opened(siblings_clerk(), siblings_submission_, words("sibling", of_siblings));
    for (const auto& dossier : {first_, draft_, withdrawn_, failed_, siblings_}) things_.push_back(dossier);

    done(first_, "submit", head(), {{"letter", a_letter()}, {"late_reason", plant("late", of_sent)}});
    done(siblings_, "submit", token_of("sibling_head", "-"), {{"letter", a_letter()}});
    submit(withdrawn_);
    done(withdrawn_, "withdraw", head(), {{"reason", plant("withdrawal", of_sent)}});
    submit(failed_);
    for (const auto& dossier : {first_, failed_, siblings_}) done(dossier, "receive", intake());
    attest_with_reason(first_);
    attest_all(siblings_);
    attest_all(failed_, "not_met");
    const auto criterion =
        deps->rulebook.latest_plan("lang-son-2021-2025")->category("departments")->criteria.front().id;
    done(failed_, "conclude-ineligible", director(),
         {{"letter", a_letter()}, {"grounds", {{{"criterion", criterion}}}}, {"text", plant("conclusion", of_sent)}});
    done(failed_, "notify-not-awarded", director(),
         {{"document", a_letter()}, {"reason", plant("notification", of_sent)}});

    done(first_, "give-opinion", token_of("labour", "-"), {{"agrees", true}, {"text", plant("opinion", of_sent)}});
    done(first_, "comment", token_of("observer", "-"), {{"text", plant("comment", of_sent)}});
    done(first_, "hold", officer(),
         {{"document", a_letter()}, {"review", "2025-03-12"}, {"reason", plant("hold", of_sent)}});
    done(first_, "lift-hold", officer(), {{"document", a_letter()}, {"reason", plant("lift", of_sent)}});
    done(first_, "record-correction", appraiser(),
         {{"pointer", "/nominee/title"}, {"value", plant("correction", of_sent)}});
    done(first_, "confirm-correction", clerk());
    done(first_, "return-for-rework", director(),
         {{"letter", a_letter()},
          {"points", {{{"code", "content_unclear"}, {"pointer", "/achievement"}, {"text", plant("point", of_sent)}}}}});
    auto rework = get(first_ + "/content", clerk()).body["content"];
    rework["achievement"] = plant("rework", unit);
    rework["answers"][get(first_, clerk()).body["points"][0]["id"].get<std::string>()] =
        plant("drafted", {"clerk", "head", "other_clerk"});
    save(first_, rework);

    const auto view =
        call("PUT", "/v1/views/v1", clerk(),
             Json{{"name", plant("view", {"clerk"})}, {"filter", {{"text", plant("sought", {"clerk"})}}}}.dump());
    CHECK(view.status == 201);
    const auto account = "/v1/accounts/" + person_of(clerk());
    const auto administrator = token_of("administrator", "-");
    const auto mail = plant("mail", {"administrator"});
    CHECK(call("PUT", account + "/email", administrator, Json{{"email", mail + "@example.vn"}}.dump(),
               {{"if-match", get(account, administrator).etag()}})
              .status == 200);
    planted["Người so_noi_vu_ninh_binh/unit_head/"] = {"administrator", "far_head",
                                                       "far_auditor"};  // has never acted here

    const auto paper = call("PUT", duty + "/paper", clerk(), pdf(),
                            {{"if-match", get(duty, clerk()).etag()}, {"content-type", "application/pdf"}});
    REQUIRE(paper.status == 200);
    const auto reopened = act(duty, "reopen", officer(), {{"reason", plant("reopening", of_duty)}});
    INFO(reopened.text);
    REQUIRE(reopened.status == 200);
    pass();
  }

  void settle() {
    const auto point = get(first_, head()).body["points"][0]["id"];
    planted["ZqreworkXv"] = of_sent;  // it is sent now
    done(first_, "resubmit", head(), {{"answers", {{{"point", point}, {"text", plant("answer", of_sent)}}}}});
    done(first_, "receive", intake());
    attest_with_reason(first_);
    for (const auto& dossier : {first_, siblings_}) {
      done(dossier, "propose", appraiser(), {{"kind", "forward"}, {"text", plant("proposal", of_sent)}});
      if (dossier == siblings_) planted["ZqproposalXv"] = together({of_sent, of_siblings});
      done(dossier, "forward", director(),
           {{"letter", a_letter()}, {"opinion", plant("forward", together({of_sent, of_siblings}))}});
      advise(dossier == first_ ? submission_ : siblings_submission_, dossier);
      verify(dossier);
      done(dossier, "receive", registry());
    }
    decision_ = Province::open_decision(occasion);
    for (const auto& dossier : {first_, siblings_})
      done(dossier, "approve", chairman(), {{"decision", id_in_path(decision_)}});
    things_.push_back(decision_);
    pass();
  }

  std::string siblings_clerk() { return token("so_khcn_lang_son", Role::unit_clerk); }

  void note(const std::string& who, const std::string& what, const test::Answer& answer) {
    ++answers;
    for (const auto& [word, readers] : planted) {
      bool there = answer.text.find(word) != std::string::npos;
      for (const auto& [name, value] : answer.headers) there = there || value.find(word) != std::string::npos;
      if (!there) continue;
      read.insert(word);
      if (!readers.contains(who)) {
        faults.push_back(word + " to " + who + " by " + what + " -> " + std::to_string(answer.status));
      }
    }
  }

  void walk(const std::string& moment) {
    for (const auto& who : people()) {
      const auto token = token_of(who, "review");
      if (token.empty()) continue;
      for (const auto& route : routes()) {
        if (route.method != "GET" || route.pattern.find("{slug}") != std::string::npos || route.pattern == "/{*}") continue;
        for (const auto& target : targets_of(route.pattern)) note(who, moment + " GET " + target, get(target, token));
      }
      for (const auto& [word, readers] : planted) {
        const auto body = Json{{"text", word}, {"total", true}};
        note_but_echo(who, moment, call("POST", "/v1/dossiers/search", token, body.dump()), readers.contains(who),
                      word);
      }
      note(who, moment + " facets", call("POST", "/v1/dossiers/facets", token, "{}"));
      note(who, moment + " durations", call("POST", "/v1/dossiers/durations", token, "{}"));
      note(who, moment + " events", call("POST", "/v1/events/search", token, "{}"));
      refused_commands(who, token, moment);
    }
  }

  /// Who may not read a name does not learn from the number of hits that it is there.
  void note_but_echo(const std::string& who, const std::string& moment, const test::Answer& answer, bool may_read,
                     const std::string& word) {
    note(who, moment + " search " + word, answer);
    if (may_read || answer.status != 200) return;
    if (answer.body.value("total", 0) != 0 || !answer.body["items"].empty())
      faults.push_back("a search for " + word + " as " + who + " finds something");
  }

  /// A stale or malformed command answers with the thing as it is now.
  void refused_commands(const std::string& who, const std::string& token, const std::string& moment) {
    for (const auto& thing : things_) {
      for (const std::string command : {"sign", "withdraw", "receive", "approve", "comment"}) {
        for (const std::string version : {"\"0\"", "\"999\""}) {
          const auto target = thing + "/actions/" + command;
          note(who, moment + " POST " + target + " stale",
               post(target, token, Json{{"reason", "x"}}, {{"if-match", version}}));
        }
      }
      if (thing.find("/dossiers/") == std::string::npos) continue;
      note(who, moment + " actions of " + thing,
           call("POST", "/v1/dossiers/actions", token, Json{{"dossiers", {thing.substr(thing.rfind('/') + 1)}}}.dump()));
      note(who, moment + " checks of " + thing,
           call("POST", "/v1/dossiers/check", token, Json{{"dossiers", {thing.substr(thing.rfind('/') + 1)}}}.dump()));
      note(who, moment + " PUT " + thing + "/content stale",
           call("PUT", thing + "/content", token, some_content("x").dump(), {{"if-match", "\"999\""}}));
    }
    note(who, moment + " close stale",
         post("/v1/occasions/" + occasion + "/close", token, Json::object(), {{"if-match", "\"999\""}}));
    note(who, moment + " views stale",
         call("PUT", "/v1/views/v1", token, R"({"name":"x","filter":{}})", {{"if-match", "\"999\""}}));
  }

  std::vector<std::string> targets_of(const std::string& pattern) {
    std::vector<std::string> targets;
    const auto each = [&](const std::string& noun, const std::vector<std::string>& things) {
      for (const auto& thing : things) {
        if (thing.find("/v1/" + noun + "/") != 0) continue;
        auto target = thing + pattern.substr(pattern.find("{id}") + 4);
        if (const auto at = target.find("{slot}"); at != std::string::npos) target.replace(at, 6, "achievement_report");
        targets.push_back(target);
      }
    };
    const auto noun = pattern.substr(4, pattern.find('/', 4) - 4);
    if (pattern.find("{id}") == std::string::npos) {
      if (pattern == "/v1/quotas") return {pattern + "?occasion=" + occasion};
      if (pattern == "/v1/calendar/deadline") return {};
      const bool pages = noun == "dossiers" || noun == "submissions" || noun == "decisions" || noun == "duties" ||
                         noun == "inbox" || noun == "notices" || noun == "accounts" || noun == "appointments" ||
                         noun == "access-log" || noun == "occasions";
      return {pages && std::ranges::count(pattern, '/') == 2 ? pattern + "?limit=200" : pattern};
    }
    auto all = things_;
    all.push_back("/v1/occasions/" + occasion);
    all.push_back(duty);
    all.push_back("/v1/accounts/" + person_of(clerk()));
    each(noun, all);
    return targets;
  }

  std::string submission_, siblings_submission_, first_, draft_, withdrawn_, failed_, siblings_, decision_;
  std::vector<std::string> things_;
};

}  // namespace

TEST_CASE("no answer holds a personal text for anyone outside its scope", "[matrix]") {
  Tainted tainted;
  // The words are in no event, no notice, no log of accesses and no line of the program's log.
  for (auto page = tainted.inner.streams(std::nullopt, 200); !page.empty();
       page = tainted.inner.streams(page.back(), 200)) {
    for (const auto& stream : page) {
      for (const auto& event : tainted.inner.raw_events(stream.kind, stream.id))
        tainted.look("an event of " + std::string(name_of(stream.kind)), event.bytes);
    }
  }
  for (const auto& account : tainted.inner.accounts()) {
    for (const auto& notice : tainted.notices.of(account.person, false, "", 10'000)) {
      for (const auto& [name, value] : notice.details) tainted.look("details of a notice, " + name, value);
    }
  }
  AccessQuery accesses;
  accesses.limit = 200;
  int entries = 0;
  for (auto found = tainted.access_log.find(accesses); !found.empty(); found = tainted.access_log.find(accesses)) {
    for (const auto& entry : found) {
      ++entries;
      tainted.look("the access log", entry.route + ' ' + entry.target + ' ' + entry.code + ' ' + entry.method);
    }
    accesses.before = found.back().seq;
  }
  for (const auto& line : tainted.lines) tainted.look("a line of the log", line);
  int kept = 0;
  for (const auto& appointment : tainted.inner.appointments()) {
    for (int key = 1; key < 400; ++key) {
      const auto answer =
          tainted.inner.answer(appointment.id, "key-" + std::to_string(key), tainted.clock.system_now());
      if (!answer) continue;
      ++kept;
      tainted.look("a kept answer", answer->body + answer->headers + answer->receipts);
    }
  }
  for (std::size_t i = 0; i < std::min<std::size_t>(tainted.faults.size(), 40); ++i) UNSCOPED_INFO(tainted.faults[i]);
  CHECK(tainted.faults.empty());
  CHECK(tainted.answers > 5'000);
  CHECK(entries > 100);
  CHECK(kept > 50);
  for (const auto& [word, readers] : tainted.planted) {
    INFO(word << " was read by nobody: the walk misses where it shows");
    CHECK((tainted.read.contains(word) || word == "ZqsoughtXv"));
  }
}
