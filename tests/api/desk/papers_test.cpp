// Papers: what is taken, by whom, and what comes back.
#include "api/desk/request/media_type.hpp"
#include "engine/codec/codec.hpp"
#include "engine/codec/digest.hpp"
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct OneDraft : Province {
  std::string submission = open_submission(open_occasion());
  std::string dossier = ready_dossier(submission);

  Answer put(const std::string& slot, const std::string& type, const std::string& bytes,
             const std::string& query = "") {
    return call("PUT", dossier + "/papers/" + slot + query, clerk(), bytes,
                {{"if-match", get(dossier, clerk()).etag()}, {"content-type", type}});
  }
};

}  // namespace

TEST_CASE("files are what they claim to be", "[desk]") {
  const std::string docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const std::string xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  CHECK(matches_media_type("%PDF-1.4", "application/pdf"));
  CHECK(matches_media_type("\x89PNG\r\n\x1a\n....", "image/png"));
  CHECK(matches_media_type("\xff\xd8\xff\xe0", "image/jpeg"));
  CHECK(matches_media_type("PK\x03\x04....word/document.xml", docx));
  CHECK(matches_media_type("PK\x03\x04....xl/workbook.xml", xlsx));
  CHECK_FALSE(matches_media_type("PK\x03\x04....xl/workbook.xml", docx));
  CHECK_FALSE(matches_media_type("MZ\x90", "application/pdf"));
  CHECK_FALSE(matches_media_type("<svg/>", "image/svg+xml"));
}

TEST_CASE("a paper is refused for its type, its bytes, its kind and its slot", "[desk]") {
  OneDraft p;
  CHECK(p.put("achievement_report", "text/html", "<html>").status == 415);
  CHECK(p.put("achievement_report", "multipart/form-data; boundary=x", "--x").status == 415);
  CHECK(p.put("achievement_report", "application/pdf", "MZ").code() == "file_type_mismatch");
  CHECK(p.put("achievement_report", "application/pdf", "").code() == "file_rejected");
  CHECK(p.put("achievement_report", "application/pdf", pdf(), "?kind=painted").code() == "validation");
  const auto slot = p.put("love_letter", "application/pdf", pdf());
  CHECK(slot.status == 422);
  CHECK(slot.code() == "unknown_choice");
  const auto tag = p.get(p.dossier, p.clerk()).etag();
  CHECK(p.call("PUT", p.dossier + "/papers/achievement_report", p.clerk(), pdf(), {{"content-type", "application/pdf"}})
            .status == 428);
  CHECK(p.get(p.dossier, p.clerk()).etag() == tag);
}

TEST_CASE("the event holds a salted commitment; the newest paper of a slot stands; old ones stay readable", "[desk]") {
  OneDraft p;
  const auto first = p.get(p.dossier, p.clerk()).body["papers"][0];
  const auto answer = p.put("achievement_report", "application/pdf", "%PDF-2.0 mới", "?kind=digitally_signed");
  REQUIRE(answer.status == 200);
  const auto paper = answer.body["paper"];
  CHECK(paper["kind"] == "digitally_signed");
  CHECK(paper["size"] == std::string("%PDF-2.0 mới").size());
  const auto id = paper["id"].get<std::string>();
  const auto salts = p.inner.personal({&id, 1});
  REQUIRE(salts.contains(id));
  CHECK(paper["commitment"] == paper_commitment(salts.at(id).salt, sha256_hex("%PDF-2.0 mới")));
  const auto stands = p.get(p.dossier + "/papers/achievement_report", p.clerk());
  CHECK(stands.text == "%PDF-2.0 mới");
  CHECK(stands.headers.at("content-type") == "application/pdf");
  CHECK(stands.headers.at("x-content-type-options") == "nosniff");
  CHECK(p.get(p.dossier + "/papers/" + first["id"].get<std::string>(), p.clerk()).text == pdf());
  CHECK(p.get(p.dossier + "/papers/nothing", p.clerk()).status == 404);
}

TEST_CASE("papers of a submission are attached by its unit, or by the hands of the stage where its dossiers are",
          "[desk]") {
  OneDraft p;
  CHECK(p.upload(p.submission, "submission_letter", p.clerk()).status == 200);
  CHECK(p.get(p.submission + "/papers/submission_letter", p.clerk()).text == pdf());
  const auto wrong = p.upload(p.submission, "achievement_report", p.clerk());
  CHECK(wrong.code() == "unknown_choice");
  p.submit(p.dossier);
  const auto late = p.upload(p.submission, "submission_letter", p.clerk());
  CHECK(late.status == 409);
  CHECK(late.code() == "wrong_phase");
  p.appraise(p.dossier);
  p.done(p.dossier, "receive", p.secretary());
  const auto minutes = p.upload(p.submission, "council_minutes", p.secretary());
  REQUIRE(minutes.status == 200);
  CHECK(minutes.body["paper"]["slot"] == "council_minutes");
  CHECK(p.get(p.submission, p.clerk()).body["papers"].back()["stage"] == "council_advice");
}

TEST_CASE("a paper's bytes are taken away again when it is refused, and stay when nobody knows", "[desk]") {
  OneDraft p;
  const auto before = p.blobs.size();
  const auto put = [&] { return p.put("achievement_report", "application/pdf", pdf()).status; };
  p.store.before_commit = [&] {
    auto other = p.inner.dossier(p.dossier.substr(p.dossier.rfind('/') + 1)).value();
    Event event;
    event.stream_id = other.id;
    event.id = "beside";
    event.body = PaperAttached{};
    ++other.version;
    Change change;
    change.events = {event};
    change.next = {other};
    REQUIRE(p.inner.commit({&change, 1})[0].status == CommitStatus::done);
  };
  CHECK(put() == 412);
  p.restart();  // the errand ends a little after its answer
  CHECK(p.blobs.size() == before);
  CHECK(put() == 200);
  p.store.lose_next_answer = true;
  CHECK(put() == 503);
  p.restart();
  CHECK(p.blobs.size() == before + 2);
}

TEST_CASE("verification reads the papers' bytes", "[desk]") {
  OneDraft p;
  const auto auditor = p.auditor();
  const auto paper = p.inner.dossier(p.dossier.substr(p.dossier.rfind('/') + 1)).value().papers.at(0);
  REQUIRE(p.get(p.dossier + "/verification", auditor).body["intact"] == true);
  p.blobs.put(paper.id, pdf() + " ");
  const auto found = p.get(p.dossier + "/verification", auditor).body;
  CHECK(found["intact"] == false);
  REQUIRE(found["violations"].size() == 1);
  CHECK(found["violations"][0]["invariant"] == "INV-22");
  CHECK(found["violations"][0]["n"] == 1);
}
