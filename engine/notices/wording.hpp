/// The sentences of notices, in Vietnamese and in English.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace vinhdanh {

struct NoticeSentence {
  std::string vi;
  std::string en;
};

/// `details` are a notice's own, and what the caller adds for its reader under the same rules: `nominee`, `stage_name`,
/// `office_name`, `duty_name`; what is not there is left out of the sentence. Roles become words, dates are written
/// with the day first. An unknown kind says only that something happened.
NoticeSentence notice_sentence(std::string_view kind, const std::map<std::string, std::string>& details);

/// A few words for a list or an e-mail's subject: "Hồ sơ quá hạn: HS-2025-00417". They name no person.
NoticeSentence notice_subject(std::string_view kind, const std::map<std::string, std::string>& details);

}  // namespace vinhdanh
