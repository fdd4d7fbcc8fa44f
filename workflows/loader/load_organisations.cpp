// Organisation files: each read by itself, then merged and judged together.
#include <set>

#include "workflows/loader/document.hpp"
#include "workflows/loader/loader.hpp"
#include "workflows/loader/rules.hpp"
#include "workflows/loader/source_members.hpp"

namespace vinhdanh {

void members(ObjectReader& r, Validity& validity) {
  r.optional("from", validity.from);
  r.optional("to", validity.to);
}

void members(ObjectReader& r, DatedName& name) {
  r.required("name", name.name);
  r.defaulted("validity", name.validity);
}

void members(ObjectReader& r, DatedParent& parent) {
  r.required("office", parent.office, is::name);
  r.defaulted("validity", parent.validity);
}

void members(ObjectReader& r, Dissolution& dissolution) {
  r.required("date", dissolution.date);
  r.required("successors", dissolution.successors, is::name);
  r.required("source", dissolution.source, is::law_source);
}

void members(ObjectReader& r, Office& office) {
  r.required("id", office.id, is::name);
  r.required("level", office.level, is::name);
  r.required("names", office.names, is::filled);
  r.defaulted("parents", office.parents);
  r.optional("dissolution", office.dissolution);
  r.defaulted("numbering", office.numbering);
  r.required("source", office.source, is::law_source);
}

void members(ObjectReader& r, Holding& holding) {
  r.required("role", holding.role, is::name);
  r.required("territory", holding.territory, is::name);
  r.required("office", holding.office, is::name);
  r.defaulted("validity", holding.validity);
  r.required("source", holding.source, is::law_source);
}

namespace {

struct OrganisationFile {
  std::string id;
  int version = 1;
  std::vector<Office> offices;
  std::vector<Holding> holdings;
};

void members(ObjectReader& r, OrganisationFile& file) {
  r.required("id", file.id, is::name);
  r.required("version", file.version, is::within(1, 9999));
  r.required("offices", file.offices);
  r.defaulted("holdings", file.holdings);
}

void check_validity(const Place& place, const Validity& validity) {
  if (validity.from && validity.to && *validity.to < *validity.from) detail::report_wrong_order(place.at("validity"));
}

void check_reference(const Place& place, const Organisation& all, const OfficeId& office) {
  if (!all.office(office)) detail::report_unknown_reference(place, office, "offices");
}

void check_office(const Place& place, const Organisation& all, const Office& office) {
  for (std::size_t i = 0; i < office.names.size(); ++i) {
    check_validity(place.at("names").at(i), office.names[i].validity);
  }
  for (std::size_t i = 0; i < office.parents.size(); ++i) {
    const Place parent = place.at("parents").at(i);
    check_validity(parent, office.parents[i].validity);
    check_reference(parent.at("office"), all, office.parents[i].office);
  }
  if (!office.dissolution) return;
  const auto& successors = office.dissolution->successors;
  for (std::size_t i = 0; i < successors.size(); ++i) {
    const Place successor = place.at("dissolution").at("successors").at(i);
    check_reference(successor, all, successors[i]);
    if (successors[i] == office.id) {
      successor.report("inconsistent", "Cơ quan không thể kế thừa chính mình.",
                       "Expected another office as the successor.");
    }
  }
}

void check_file(const Place& root, const Organisation& all, const OrganisationFile& file) {
  for (std::size_t i = 0; i < file.offices.size(); ++i) check_office(root.at("offices").at(i), all, file.offices[i]);
  for (std::size_t i = 0; i < file.holdings.size(); ++i) {
    const Place holding = root.at("holdings").at(i);
    check_validity(holding, file.holdings[i].validity);
    check_reference(holding.at("territory"), all, file.holdings[i].territory);
    check_reference(holding.at("office"), all, file.holdings[i].office);
  }
}

void merge(Organisation& all, const Place& root, const OrganisationFile& file) {
  for (std::size_t i = 0; i < file.offices.size(); ++i) {
    const Office& office = file.offices[i];
    if (!all.offices.emplace(office.id, office).second) {
      detail::report_duplicate(root.at("offices").at(i).at("id"), office.id);
    }
  }
  all.holdings.insert(all.holdings.end(), file.holdings.begin(), file.holdings.end());
}

}  // namespace

Loaded<Organisation> load_organisations(std::span<const EmbeddedFile> files) {
  struct Part {
    std::string_view path;
    Loaded<OrganisationFile> file;
  };
  Organisation all;
  std::vector<Part> parts;
  std::set<std::string> ids;
  for (const EmbeddedFile& file : files) {
    const auto no_rules_yet = [](const Place&, const OrganisationFile&) {};
    Part& part = parts.emplace_back(file.path, detail::load_document<OrganisationFile>(file.bytes, no_rules_yet));
    if (!part.file.value) continue;
    const Place root(part.file.errors);
    if (!ids.insert(part.file.value->id).second) detail::report_duplicate(root.at("id"), part.file.value->id);
    merge(all, root, *part.file.value);
  }
  // A file that could not be read would make every reference to it look wrong.
  const bool all_read = std::ranges::all_of(parts, [](const Part& part) { return part.file.value.has_value(); });
  Loaded<Organisation> loaded;
  for (Part& part : parts) {
    if (all_read) check_file(Place(part.file.errors), all, *part.file.value);
    for (LoadError& error : part.file.errors) {
      error.file = part.path;
      loaded.errors.push_back(std::move(error));
    }
  }
  if (loaded.errors.empty()) loaded.value = std::move(all);
  return loaded;
}

}  // namespace vinhdanh
