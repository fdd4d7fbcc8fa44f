/// Lạng Sơn in February 2025, as its API tests need it: people in their offices, and a dossier on its way.
#pragma once

#include "tests/api/desk/rig.hpp"

namespace vinhdanh::test {

inline Json a_letter(const std::string& number = "12/TTr") { return {{"number", number}, {"date", "2025-02-10"}}; }

class Province : public Rig {
 public:
  explicit Province(const Definitions& definitions = shipped_definitions()) : Rig(day(2025, 2, 12), definitions) {}

  std::string officer() { return token("so_noi_vu_lang_son", Role::board_officer); }
  std::string clerk() { return token("so_gddt_lang_son", Role::unit_clerk); }
  std::string head() { return token("so_gddt_lang_son", Role::unit_head); }
  std::string intake() { return token("so_noi_vu_lang_son", Role::intake_reviewer); }
  std::string appraiser() { return token("so_noi_vu_lang_son", Role::appraiser); }
  std::string director() { return token("so_noi_vu_lang_son", Role::office_head); }
  std::string secretary() { return token("hoi_dong_tdkt_lang_son", Role::council_secretariat); }
  std::string office_specialist() { return token("van_phong_ubnd_lang_son", Role::specialist); }
  std::string office_chief() { return token("van_phong_ubnd_lang_son", Role::office_head); }
  std::string registry() { return token("ubnd_lang_son", Role::registry_clerk); }
  std::string chairman() { return token("ubnd_lang_son", Role::decider); }
  std::string auditor() { return token("ubnd_lang_son", Role::auditor); }

  /// With `places` for the first form when it is not negative.
  std::string open_occasion(int places = -1, const std::vector<std::string>& forms = {"provincial_merit"});
  std::string open_submission(const std::string& occasion);
  /// A draft with everything that `submit` asks for.
  std::string ready_dossier(const std::string& submission, const std::string& name = "Trường THPT Bình Gia",
                            const std::string& form = "provincial_merit");
  void attach_letter(const std::string& submission);

  /// Acts that must be accepted.
  Answer done(const std::string& dossier, const std::string& command, const std::string& token,
              const Json& body = Json::object());

  void submit(const std::string& dossier) { done(dossier, "submit", head(), {{"letter", a_letter()}}); }
  void appraise(const std::string& dossier);  ///< received, attested, proposed, forwarded
  void attest_all(const std::string& dossier, const std::string& value = "met");
  void advise(const std::string& submission, const std::string& dossier);
  void verify(const std::string& dossier);
  std::string open_decision(const std::string& occasion, const std::string& form = "provincial_merit");
  void approve(const std::string& dossier, const std::string& decision);
};

inline Json some_content(const std::string& name) {
  return {{"nominee", {{"name", name}, {"title", ""}}},
          {"achievement", "Giúp xã nghèo"},
          {"achievement_from", "2021-01-01"},
          {"achievement_to", "2024-12-31"}};
}

}  // namespace vinhdanh::test
