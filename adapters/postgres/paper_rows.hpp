/// The rows of table `paper`: a paper in pieces of at most 256 KiB, so that no row is too big to copy or to replicate.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/model/basics.hpp"

namespace vinhdanh::detail {

class Connection;

/// In the place of what is there. All of these throw SqlError.
void put_paper(Connection& writer, const PaperId& id, const std::string& bytes);
std::optional<std::string> paper_of(Connection& reader, const PaperId& id);
void drop_paper(Connection& writer, const PaperId& id);
/// Each paper's id once, in order.
void each_paper(Connection& reader, const std::function<void(const PaperId&)>& visit);

}  // namespace vinhdanh::detail
