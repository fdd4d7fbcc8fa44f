/// A notice in words, with the names of stages, offices and duties; of people only what its reader may see.
#pragma once

#include "api/desk/deps.hpp"
#include "engine/notices/wording.hpp"

namespace vinhdanh {

class Scope;

struct NoticeWords {
  NoticeSentence subject;   ///< names no person
  NoticeSentence sentence;
};

/// With a reader's scope also the nominee of a dossier that he sees; without one no personal data, as in e-mails.
NoticeWords words_of_notice(const Deps& deps, const Notice& notice, const Scope* reader = nullptr);

}  // namespace vinhdanh
