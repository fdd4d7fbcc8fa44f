/// Places that an installation is moved from or to, as they are typed and as they are told.
#pragma once

#include <optional>
#include <string>

#include "adapters/home.hpp"

namespace vinhdanh {

/// `sqlite:DIR`, or a PostgreSQL server as libpq takes it. Nothing where it is neither, or where a password that was not
/// percent-encoded has run into the host's name.
std::optional<Home> read_place(const std::string& text, const std::string& schema);

/// For people and for the mark on the side that is left: without user and password. Of one place always the same.
std::string place_name(const Home& home);

}  // namespace vinhdanh
