/// A paper on its way in: checked, committed to with a salt, not stored yet.
#pragma once

#include "api/desk/commands/records.hpp"
#include "api/desk/request/outcome.hpp"

namespace vinhdanh {

struct Upload {
  PaperEntry entry;
  PersonalValue salt;  ///< keeps the salt and the hash of the bytes: path `paper`
};

/// 415 for a media type that is not taken, 422 `file_rejected` or `file_type_mismatch`, 422 for an unknown kind.
/// `stream` and `id` say what the paper belongs to.
Or<Upload> read_upload(const Deps& deps, const HttpRequest& request, StreamKind stream, const std::string& id,
                       const std::string& slot);

}  // namespace vinhdanh
