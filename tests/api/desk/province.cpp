// Lạng Sơn in February 2025, as its API tests need it: people in their offices, and a dossier on its way.
#include "tests/api/desk/province.hpp"

#include "tests/support/catch.hpp"

namespace vinhdanh::test {

std::string Province::open_occasion(int places, const std::vector<std::string>& forms) {
  Json body{{"plan", "lang-son-2021-2025"},
            {"milestone", "final_review"},
            {"name", "Tổng kết 2021-2025"},
            {"document", {{"number", "15/HD-SNV"}, {"date", "2025-01-15"}}},
            {"forms", forms},
            {"opens", "2025-01-20"},
            {"receipt_deadline", "2025-06-20"}};
  if (places >= 0) body["places"] = {{{"form", forms[0]}, {"limit", places}}};
  const auto answer = post("/v1/occasions", officer(), body);
  INFO(answer.text);
  REQUIRE(answer.status == 201);
  return answer.body["id"];
}

std::string Province::open_submission(const std::string& occasion) {
  const auto answer = post("/v1/submissions", clerk(), {{"occasion", occasion}});
  INFO(answer.text);
  REQUIRE(answer.status == 201);
  return "/v1/submissions/" + answer.body["id"].get<std::string>();
}

void Province::attach_letter(const std::string& submission) {
  const auto answer = upload(submission, "submission_letter", clerk());
  INFO(answer.text);
  REQUIRE(answer.status == 200);
}

std::string Province::ready_dossier(const std::string& submission, const std::string& name, const std::string& form) {
  const auto opened = post(
      submission + "/dossiers", clerk(),
      {{"form", form}, {"subject_kind", "collective"}, {"category", "departments"}, {"content", some_content(name)}});
  INFO(opened.text);
  REQUIRE(opened.status == 201);
  const auto dossier = "/v1/dossiers/" + opened.body["id"].get<std::string>();
  REQUIRE(upload(dossier, "achievement_report", clerk()).status == 200);
  return dossier;
}

Answer Province::done(const std::string& dossier, const std::string& command, const std::string& token,
                      const Json& body) {
  auto answer = act(dossier, command, token, body);
  INFO(command << ": " << answer.text);
  REQUIRE(answer.status == 200);
  return answer;
}

void Province::attest_all(const std::string& dossier, const std::string& value) {
  Json attestations = Json::object();
  const auto& plan = *deps->rulebook.latest_plan("lang-son-2021-2025");
  for (const auto& criterion : plan.category("departments")->criteria) {
    attestations[criterion.id] = {{"value", value}};
    if (value != "met") attestations[criterion.id]["reason"] = "Chưa thực hiện";
  }
  done(dossier, "attest", appraiser(), {{"attestations", attestations}});
}

void Province::appraise(const std::string& dossier) {
  done(dossier, "receive", intake());
  attest_all(dossier);
  done(dossier, "propose", appraiser(), {{"kind", "forward"}});
  done(dossier, "forward", director(), {{"letter", a_letter("33/SNV")}});
}

void Province::advise(const std::string& submission, const std::string& dossier) {
  done(dossier, "receive", secretary());
  REQUIRE(upload(submission, "council_minutes", secretary()).status == 200);
  done(
      dossier, "forward", secretary(),
      {{"letter", a_letter("4/HĐ")},
       {"minutes",
        {{"number", "4/BB"}, {"date", "2025-02-11"}, {"members_total", 9}, {"members_present", 8}, {"votes_for", 8}}}});
}

void Province::verify(const std::string& dossier) {
  done(dossier, "receive", office_specialist());
  done(dossier, "propose", office_specialist(), {{"kind", "forward"}});
  done(dossier, "forward", office_chief(), {{"letter", a_letter("9/PT")}});
}

std::string Province::open_decision(const std::string& occasion, const std::string& form) {
  const auto answer = post("/v1/decisions", registry(), {{"form", form}, {"occasion", occasion}});
  INFO(answer.text);
  REQUIRE(answer.status == 201);
  return "/v1/decisions/" + answer.body["id"].get<std::string>();
}

void Province::approve(const std::string& dossier, const std::string& decision) {
  done(dossier, "receive", registry());
  done(dossier, "approve", chairman(), {{"decision", decision.substr(decision.rfind('/') + 1)}});
}

}  // namespace vinhdanh::test
