/// The journeys, one file per province; each throws Unexpected at the first answer it did not foresee.
#pragma once

#include "api/cli/journeys/report.hpp"
#include "api/cli/journeys/session.hpp"

namespace vinhdanh::journeys {

// Ninh Bình, plan 003.
void ninh_binh_unit_praise(Session& session, Report& report);
void ninh_binh_final_review(Session& session, Report& report);

// Bắc Kạn, plan 002.
void bac_kan_ad_hoc(Session& session, Report& report);
void bac_kan_to_the_state(Session& session, Report& report);
void bac_kan_yearly(Session& session, Report& report);
/// Dossiers at the central board, some past its limit; once, and only before the journeys of 2024.
void bac_kan_overdue_work(Session& session, Report& report);

// Ninh Thuận, plans 004 and 000.
void ninh_thuan_round_one(Session& session, Report& report);
void ninh_thuan_interim_review(Session& session, Report& report);
void ninh_thuan_round_two(Session& session, Report& report);

// Lạng Sơn, plan 001.
void lang_son_unit_praise(Session& session, Report& report);
void lang_son_final_review(Session& session, Report& report);
/// Dossiers at every stage, for people to go on with; once.
void lang_son_open_work(Session& session, Report& report);

}  // namespace vinhdanh::journeys
