/// How far the readers of the feed have come, in a way that means the same in every database.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace vinhdanh::detail {

class Connection;

/// Per reader, how many events of the feed lie behind it. Throws SqlError, as both do.
std::map<std::string, std::int64_t> feed_cursors(Connection& reader);
/// Places them behind as many events, which this transaction has written, numbered from 1.
void put_feed_cursors(Connection& writer, const std::map<std::string, std::int64_t>& cursors);

}  // namespace vinhdanh::detail
