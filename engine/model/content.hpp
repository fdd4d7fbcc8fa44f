/// What a unit says of its nominee: the content that is edited as a workspace and frozen when the dossier is sent.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "engine/model/basics.hpp"
#include "engine/model/members.hpp"
#include "engine/model/vocabulary.hpp"

namespace vinhdanh {

struct YearFigure {
  Decimal value;
  std::string source;  ///< number and date of the document that states it
  VINHDANH_MEMBERS(value, source)
};

struct Figures {
  std::map<std::string, YearFigure> single;                 ///< by figure id of the plan
  std::map<std::string, std::map<int, YearFigure>> yearly;  ///< by figure id, then year
  VINHDANH_MEMBERS(single, yearly)
};

struct AttestationEntry {
  Attestation value = Attestation::met;
  std::string reason;  ///< required for not_applicable and not_met
  VINHDANH_MEMBERS(value, reason)
};

/// By criterion id.
using Attestations = std::map<std::string, AttestationEntry>;

struct Nominee {
  std::string name;
  std::string title;                ///< position of a person; empty otherwise
  std::optional<PersonId> person;   ///< when the nominee, or the head of a nominated collective, has an account
  std::optional<OfficeId> office;   ///< when the nominee is an office of the organisation data
  VINHDANH_MEMBERS(name, title, person, office)
};

struct Content {
  Nominee nominee;
  std::string achievement;          ///< summary of the achievement
  std::optional<Date> achievement_from;
  std::optional<Date> achievement_to;
  Figures figures;
  VINHDANH_MEMBERS(nominee, achievement, achievement_from, achievement_to, figures)
};

}  // namespace vinhdanh
