// The offices of four provinces and the centre: nobody's dossier is left without an office, also after the mergers.
#include <map>
#include <set>

#include "tests/workflows/shipped_definitions.hpp"

using namespace vinhdanh;
using shipped::date;

namespace {

std::string holder(const Organisation& offices, std::string_view role, std::string_view unit, std::string_view day) {
  return offices.holder(role, unit, date(day)).value_or("nobody");
}

/// Units whose people are nominated; each is within its plan's territory.
const std::map<std::string, std::vector<std::string>> units{
    {"ninh-binh-2016-2020",
     {"so_ldtbxh_ninh_binh", "so_tttt_ninh_binh", "huyen_nho_quan", "huyen_gia_vien", "huyen_kim_son", "xa_cuc_phuong",
      "xa_phu_long", "ban_nga", "cong_ty_cuc_phuong_xanh", "khoi_thi_dua_1_ninh_binh"}},
    {"lang-son-2021-2025",
     {"so_gddt_lang_son", "so_tttt_lang_son", "truong_thpt_binh_gia", "huyen_binh_gia", "huyen_van_quan",
      "huyen_cao_loc", "xa_thien_long", "thon_khuoi_cap", "thon_ban_chuc", "nhcsxh_lang_son",
      "hop_tac_xa_hoi_mau_son"}},
    {"bac-kan-ict-2021-2025",
     {"phong_cong_nghe_thong_tin_bac_kan", "trung_tam_cntt_tt_bac_kan", "thanh_tra_so_tttt_bac_kan"}},
    {"ninh-thuan-statistics-2021-2025",
     {"phong_thong_ke_kinh_te_ninh_thuan", "phong_thong_ke_xa_hoi_ninh_thuan", "chi_cuc_thong_ke_phan_rang_thap_cham"}},
    {"ninh-thuan-statistics-2023", {"phong_thong_ke_tong_hop_ninh_thuan", "chi_cuc_thong_ke_ninh_hai_thuan_bac"}},
};

std::set<std::string> roles_of(const Plan& plan) {
  std::set<std::string> roles;
  for (const Route& route : plan.routes) {
    for (const Stage& stage : route.stages) {
      roles.insert(stage.office_role);
      roles.insert(stage.accompanying.begin(), stage.accompanying.end());
    }
  }
  return roles;
}

}  // namespace

TEST_CASE("every role of every route is held for every unit, from before the plans until 2027") {
  const Organisation offices = shipped::organisation();
  for (const auto& [id, plan_units] : units) {
    const Plan plan = shipped::plan(id);
    CHECK(offices.office(plan.issuer.office));
    for (const std::string& unit : plan_units) {
      CHECK(offices.is_within(unit, plan.territory, plan.period.from));
      for (const char* day : {"2016-01-01", "2020-06-11", "2023-06-30", "2025-02-28", "2025-03-01", "2025-06-30",
                              "2025-07-01", "2025-12-31", "2027-12-31"}) {
        for (const std::string& role : roles_of(plan)) {
          INFO(id << ": " << role << " for " << unit << " on " << day);
          const auto found = offices.holder(role, unit, date(day));
          REQUIRE(found);
          const Office* office = offices.office(*found);
          CHECK_FALSE((office->dissolution && office->dissolution->date <= date(day)));
        }
      }
    }
  }
}

TEST_CASE("every line ends at the centre") {
  const Organisation offices = shipped::organisation();
  for (const auto& [id, office] : offices.offices) {
    for (const char* day : {"2016-01-01", "2025-03-01", "2025-07-01", "2027-12-31"}) {
      INFO(id << " on " << day);
      CHECK(offices.line_on(id, date(day)).back() == "vietnam");
    }
  }
}

TEST_CASE("no office role has two offices at once") {
  const Organisation offices = shipped::organisation();
  for (const Holding& one : offices.holdings) {
    for (const Holding& other : offices.holdings) {
      if (&one == &other || one.role != other.role || one.territory != other.territory) continue;
      INFO(one.role << " for " << one.territory);
      const bool apart = (one.validity.to && other.validity.from && *one.validity.to < *other.validity.from) ||
                         (other.validity.to && one.validity.from && *other.validity.to < *one.validity.from);
      CHECK(apart);
    }
  }
}

TEST_CASE("Labour goes to Home Affairs on 1 March 2025, the poverty figures to Agriculture and Environment") {
  const Organisation offices = shipped::organisation();
  CHECK(holder(offices, "labour_department", "xa_cuc_phuong", "2025-02-28") == "so_ldtbxh_ninh_binh");
  CHECK(holder(offices, "labour_department", "xa_cuc_phuong", "2025-03-01") == "so_noi_vu_ninh_binh");
  CHECK(holder(offices, "poverty_office", "xa_cuc_phuong", "2025-02-28") == "so_ldtbxh_ninh_binh");
  CHECK(holder(offices, "poverty_office", "xa_cuc_phuong", "2025-03-01") == "so_nnmt_ninh_binh");
  CHECK(offices.office("so_nnmt_ninh_binh")->name_on(date("2020-01-01")) ==
        "Sở Nông nghiệp và Phát triển nông thôn tỉnh Ninh Bình");
  CHECK(offices.office("so_ldtbxh_ninh_binh")->name_on(date("2026-01-01")) ==
        "Sở Lao động - Thương binh và Xã hội tỉnh Ninh Bình");
}

TEST_CASE("districts end on 1 July 2025 and commune chairmen commend") {
  const Organisation offices = shipped::organisation();
  CHECK(holder(offices, "commending_head", "thon_khuoi_cap", "2025-06-30") == "huyen_binh_gia");
  CHECK(holder(offices, "commending_head", "thon_khuoi_cap", "2025-07-01") == "xa_thien_long");
  CHECK(holder(offices, "commending_head", "truong_thpt_binh_gia", "2023-05-01") == "so_gddt_lang_son");
  CHECK(offices.office("xa_thien_long")->parent_on(date("2025-06-30")) == "huyen_binh_gia");
  CHECK(offices.office("xa_thien_long")->parent_on(date("2025-07-01")) == "lang_son");
  CHECK(offices.office("huyen_binh_gia")->dissolution->date == date("2025-07-01"));
}

TEST_CASE("merged provinces hand over on 1 July 2025; Ninh Binh and Lang Son keep their offices") {
  const Organisation offices = shipped::organisation();
  CHECK(holder(offices, "provincial_chairman", "phong_cong_nghe_thong_tin_bac_kan", "2025-06-30") == "ubnd_bac_kan");
  CHECK(holder(offices, "provincial_chairman", "phong_cong_nghe_thong_tin_bac_kan", "2025-07-01") ==
        "ubnd_thai_nguyen");
  CHECK(holder(offices, "department_office", "thanh_tra_so_tttt_bac_kan", "2025-02-28") ==
        "van_phong_so_tttt_bac_kan");
  CHECK(holder(offices, "department_office", "thanh_tra_so_tttt_bac_kan", "2025-03-01") ==
        "van_phong_so_khcn_bac_kan");
  CHECK(holder(offices, "home_affairs", "phong_thong_ke_kinh_te_ninh_thuan", "2025-06-30") == "so_noi_vu_ninh_thuan");
  CHECK(holder(offices, "home_affairs", "phong_thong_ke_kinh_te_ninh_thuan", "2025-07-01") == "so_noi_vu_khanh_hoa");
  CHECK(holder(offices, "provincial_chairman", "ban_nga", "2026-01-01") == "ubnd_ninh_binh");
  CHECK(holder(offices, "provincial_chairman", "thon_khuoi_cap", "2026-01-01") == "ubnd_lang_son");
}

TEST_CASE("the statistics office answers to the centre but is reviewed by the province") {
  const Organisation offices = shipped::organisation();
  const Office* bureau = offices.office("cuc_thong_ke_ninh_thuan");
  CHECK(bureau->name_on(date("2023-01-01")) == "Cục Thống kê tỉnh Ninh Thuận");
  CHECK(bureau->name_on(date("2025-03-01")) != "Cục Thống kê tỉnh Ninh Thuận");
  CHECK_FALSE(offices.is_within("cuc_thong_ke_ninh_thuan", "ninh_thuan", date("2023-01-01")));
  CHECK(offices.is_within("cuc_thong_ke_ninh_thuan", "bo_khdt", date("2023-01-01")));
  CHECK(offices.is_within("cuc_thong_ke_ninh_thuan", "bo_tai_chinh", date("2025-03-01")));
  CHECK(holder(offices, "provincial_chairman", "cuc_thong_ke_ninh_thuan", "2023-01-01") == "ubnd_ninh_thuan");
}
