// What a workspace keeps as text.
#include "api/desk/dossier/workspace_text.hpp"

#include "engine/codec/reflect.hpp"

namespace vinhdanh {

namespace {

constexpr const char* kAnswers = "answers";

}  // namespace

std::string text_of(const WorkspaceText& workspace) {
  auto json = to_json_value(workspace.content);
  if (!workspace.answers.empty()) json[kAnswers] = workspace.answers;
  return json.dump();
}

WorkspaceText read_workspace_text(std::string_view text) {
  auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return {};
  WorkspaceText workspace;
  if (const auto found = json.find(kAnswers); found != json.end()) {
    for (const auto& [point, answer] : found->items()) {
      if (answer.is_string()) workspace.answers[point] = answer.get<std::string>();
    }
    json.erase(found);
  }
  workspace.content = decode_stored<Content>(json).value.value_or(Content{});
  return workspace;
}

}  // namespace vinhdanh
