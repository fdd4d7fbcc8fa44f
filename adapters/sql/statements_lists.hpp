/// The SQL of lists that has one text; queries over them are put together in list_query.cpp.
#pragma once

#include "adapters/sql/statements.hpp"

namespace vinhdanh::sql {

inline constexpr Text put_entry =
    "INSERT INTO dossier_list (id, version, code, submission, occasion, decision, plan, unit, territory, form, "
    "subject_kind, category, external_ref, phase, stage, office, hand, roles, assignee, reserved, due, held, entered, "
    "changed, marks, words, passes, late) VALUES (:id, :version, :code, :submission, :occasion, :decision, :plan, :unit, "
    ":territory, :form, :subject_kind, :category, :external_ref, :phase, :stage, :office, :hand, :roles, :assignee, :reserved, :due, :held, "
    ":entered, :changed, :marks, :words, :passes, EXISTS (SELECT 1 FROM dossier_list WHERE id > :id)) "
    "ON CONFLICT (id) DO UPDATE SET version = excluded.version, code = excluded.code, submission = excluded.submission, "
    "occasion = excluded.occasion, decision = excluded.decision, plan = excluded.plan, unit = excluded.unit, "
    "territory = excluded.territory, form = excluded.form, subject_kind = excluded.subject_kind, "
    "category = excluded.category, external_ref = excluded.external_ref, phase = excluded.phase, "
    "stage = excluded.stage, office = excluded.office, hand = excluded.hand, roles = excluded.roles, "
    "assignee = excluded.assignee, reserved = excluded.reserved, due = excluded.due, held = excluded.held, "
    "entered = excluded.entered, changed = excluded.changed, marks = excluded.marks, words = excluded.words, "
    "passes = excluded.passes";
/// In the order in which `ListRow` reads it; behind them `passes_of`.
inline constexpr std::string_view entry_columns =
    "e.id, e.version, e.code, e.submission, e.occasion, e.decision, e.plan, e.unit, e.territory, e.form, e.subject_kind, "
    "e.category, e.external_ref, e.phase, e.stage, e.office, e.hand, e.roles, e.assignee, e.reserved, e.due, e.held, "
    "e.entered, e.changed";
inline constexpr Text stored_entry = "SELECT entry, version, marks, words, passes FROM dossier_list WHERE id = :id";
inline constexpr Text entry_number = "SELECT entry FROM dossier_list WHERE id = :id";
inline constexpr Text put_entry_words = "UPDATE dossier_list SET words = :words WHERE id = :id";
inline constexpr Text add_to_search =
    "INSERT INTO dossier_search (rowid, words, marks) VALUES (:entry, :words, :marks)";
/// What stood there must be said word by word: the index keeps none of its texts.
inline constexpr Text take_from_search =
    "INSERT INTO dossier_search (dossier_search, rowid, words, marks) VALUES ('delete', :entry, :words, :marks)";

inline constexpr std::string_view lists_computed_for = "lists_computed_for";  ///< in `meta`

inline constexpr Text views = "SELECT id, name, filter, version FROM saved_view WHERE person = :person ORDER BY id";
inline constexpr Text lock_views =
    "SELECT CAST(pg_advisory_xact_lock(hashtextextended('saved_view ' || CAST(:person AS text), 0)) AS text)";
inline constexpr Text view_version = "SELECT version FROM saved_view WHERE person = :person AND id = :id";
inline constexpr Text count_views = "SELECT count(*) FROM saved_view WHERE person = :person";
inline constexpr Text put_view =
    "INSERT INTO saved_view (person, id, version, name, filter) VALUES (:person, :id, :version, :name, :filter) "
    "ON CONFLICT (person, id) DO UPDATE SET version = excluded.version, name = excluded.name, filter = excluded.filter";
inline constexpr Text drop_view = "DELETE FROM saved_view WHERE person = :person AND id = :id";

}  // namespace vinhdanh::sql
