/// A dossier that is ready to be sent, webhooks on it, and what they post.
#pragma once

#include <algorithm>
#include <map>

#include "adapters/webhooks/signature.hpp"
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::test {

class HookedProvince : public Province {
 public:
  std::string submission = open_submission(open_occasion());
  std::string dossier;
  std::map<std::string, std::string> secrets;  ///< by path of the webhook

  HookedProvince() {
    attach_letter(submission);
    dossier = ready_dossier(submission);
  }

  static std::string id_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

  /// The path of a new webhook of this person that posts to https://hook.example.vn/NAME?token=hidden.
  std::string hook(const std::string& token, const std::string& name, const std::vector<std::string>& types = {}) {
    const auto made = post("/v1/webhooks", token, {{"url", "https://hook.example.vn/" + name + "?token=hidden"}, {"types", types}});
    INFO(made.text);
    REQUIRE(made.status == 201);
    const auto path = made.headers.at("location");
    secrets[path] = made.body["secret"];
    return path;
  }
  /// What the program's threads do, until nothing is due.
  void send() {
    hooks->look();
    const auto poster = posts.poster();
    while (hooks->deliver(*poster)) {
    }
  }
  void later(std::int64_t seconds) { clock.system.milliseconds += seconds * 1000; }

  /// Messages to one webhook, in the order in which they were posted.
  std::vector<Post> posts_to(const std::string& name) {
    auto all = posts.all();
    std::erase_if(all, [&](const Post& it) { return it.url != "https://hook.example.vn/" + name + "?token=hidden"; });
    return all;
  }
  static Json message(const Post& post) { return Json::parse(post.body); }
  /// "dossier_submitted …" of those about one dossier.
  std::vector<std::string> told(const std::string& name, const std::string& path) {
    std::vector<std::string> types;
    for (const Post& it : posts_to(name)) {
      const auto said = message(it);
      if (said["subject"] == "dossier/" + id_of(path)) types.push_back(said["data"]["type"]);
    }
    return types;
  }
  static std::string header(const Post& post, const std::string& name) {
    const auto found = std::ranges::find(post.headers, name, &std::pair<std::string, std::string>::first);
    return found == post.headers.end() ? "" : found->second;
  }
  /// As a receiver would check it.
  static bool is_signed(const Post& post, const std::string& secret) {
    const auto wanted = webhook_signature(secret, header(post, "webhook-id"), std::stoll(header(post, "webhook-timestamp")), post.body);
    return (" " + header(post, "webhook-signature") + " ").find(" " + wanted + " ") != std::string::npos;
  }
  /// Answers `status` to the first `times` messages about a dossier, 204 to the others.
  void refuse(const std::string& path, int times, int status = 500) {
    posts.answer([id = id_of(path), status, left = times](const Post& post) mutable {
      const bool about_it = message(post)["subject"] == "dossier/" + id;
      return Posted{about_it && left-- > 0 ? status : 204, std::nullopt, false, ""};
    });
  }
};

}  // namespace vinhdanh::test
