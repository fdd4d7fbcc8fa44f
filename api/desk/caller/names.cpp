// Names of people and offices, and the personal values behind the references that aggregates and events hold.
#include "api/desk/caller/names.hpp"

#include <vector>

namespace vinhdanh {

namespace {

bool is_reference(const Json& json) {
  return json.is_object() && json.size() == 2 && json.contains("id") && json.contains("commitment");
}

void collect(const Json& json, std::vector<std::string>& ids) {
  if (is_reference(json)) {
    ids.push_back(json["id"].get<std::string>());
    return;
  }
  if (!json.is_structured()) return;
  for (const auto& item : json) collect(item, ids);
}

void fill(Json& json, const std::map<std::string, PersonalValue>& values) {
  if (is_reference(json)) {
    const auto found = values.find(json["id"].get<std::string>());
    if (found == values.end()) return;
    auto value = Json::parse(found->second.value, nullptr, false);
    if (!value.is_discarded()) json["value"] = std::move(value);
    return;
  }
  if (!json.is_structured()) return;
  for (auto& item : json) fill(item, values);
}

const std::set<std::string, std::less<>> person_members = {"person",         "drafter", "behalf_of",
                                                           "nominee_person", "signer",  "submitters"};
const std::set<std::string, std::less<>> office_members = {"office",       "unit",      "nominee_office",
                                                           "right_office", "authority", "territory"};

void note_texts(const Json& value, std::set<std::string>& into) {
  if (value.is_string()) into.insert(value.get<std::string>());
  if (!value.is_array()) return;
  for (const auto& item : value) {
    if (item.is_string()) into.insert(item.get<std::string>());
  }
}

}  // namespace

std::string person_name(const Store& store, const PersonId& person) {
  const auto events = store.events(StreamKind::account, person, 0, 1);
  if (events.empty()) return person;
  const auto* added = std::get_if<AccountAdded>(&events.front().event.body);
  if (added == nullptr) return person;
  const auto values = store.personal({&added->name.id, 1});
  const auto found = values.find(added->name.id);
  if (found == values.end()) return person;
  const auto name = Json::parse(found->second.value, nullptr, false);
  return name.is_string() ? name.get<std::string>() : person;
}

std::string office_name(const Organisation& organisation, const OfficeId& id, Date day) {
  const auto* office = organisation.office(id);
  return office == nullptr ? id : office->name_on(day);
}

void resolve_personal(const Store& store, Json& json) {
  std::vector<std::string> ids;
  collect(json, ids);
  if (!ids.empty()) fill(json, store.personal(ids));
}

void NameList::note(const Json& json) {
  if (json.is_object()) {
    for (const auto& [name, value] : json.items()) {
      if (person_members.contains(name)) note_texts(value, people_);
      if (office_members.contains(name)) note_texts(value, offices_);
    }
  }
  if (!json.is_structured()) return;
  for (const auto& item : json) note(item);
}

Json NameList::json(const Deps& deps, Date day) const {
  Json people = Json::object();
  for (const auto& person : people_) {
    const auto name = person_name(deps.store, person);
    if (name != person) people[person] = name;
  }
  Json offices = Json::object();
  for (const auto& id : offices_) {
    if (const auto* office = deps.rulebook.organisation().office(id)) offices[id] = office->name_on(day);
  }
  return Json{{"people", std::move(people)}, {"offices", std::move(offices)}};
}

}  // namespace vinhdanh
