/// What a workspace keeps as text: the content as it is edited and, while a dossier is returned, the draft of the answers to
/// the return's points.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/model/content.hpp"

namespace vinhdanh {

/// By id of the point.
using DraftAnswers = std::map<std::string, std::string>;

struct WorkspaceText {
  Content content;
  DraftAnswers answers;
};

/// The canonical JSON of the content, with a member `answers` where there are any.
std::string text_of(const WorkspaceText& workspace);
/// Empty when it is not readable.
WorkspaceText read_workspace_text(std::string_view text);

}  // namespace vinhdanh
