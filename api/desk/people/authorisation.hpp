/// The file of a deputy's authorisation: where its bytes go, and what the appointment keeps of it.
#pragma once

#include <string>

#include "engine/decide/change.hpp"
#include "engine/ports/blobs.hpp"
#include "engine/ports/fresh.hpp"

namespace vinhdanh {

/// Not stored yet: the caller puts the bytes under `appointment.document_file` before it commits.
struct Authorisation {
  Appointment appointment;  ///< with `document_file` and `document_hash`, a salted commitment
  PersonalValue salt;       ///< keeps the salt and the hash of the bytes: path `paper`
};

Authorisation with_authorisation(Fresh& fresh, Appointment appointment, const std::string& bytes);

/// The media type of a scanned or signed document by its first bytes: pdf, png or jpeg; empty for anything else.
std::string authorisation_type(const std::string& bytes);

}  // namespace vinhdanh
