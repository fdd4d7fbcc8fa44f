/// Who may be sent to now: so that receivers that hang or fail hold up nobody else's messages, and are not pressed.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/ports/webhooks.hpp"

namespace vinhdanh {

/// Of one node, in memory; not safe from several threads. Times are the system's.
///
/// At most so many messages are under way to one receiver (scheme, host and port) at once. A webhook whose message did not
/// arrive rests: 4 s, then twice as long each time, at most 4 minutes, and as long as its receiver asks for. Then one message
/// tries, and once one has arrived all is as before.
class WebhookTurns {
 public:
  explicit WebhookTurns(int most_at_once) : most_at_once_(most_at_once) {}

  /// What there is: others are forgotten.
  void know(const std::vector<Webhook>& webhooks);
  /// Those that nothing may be sent to now.
  [[nodiscard]] std::vector<std::string> resting(Instant now) const;
  void began(const Webhook& webhook);
  void ended(const std::string& webhook);
  /// It rests no more: a message has arrived, or somebody has changed something and wants to see it work.
  void wake(const std::string& webhook);
  void failed(const std::string& webhook, Instant now, Instant asked = {});

 private:
  struct Standing {
    std::string receiver;
    int under_way = 0;
    int failures = 0;  ///< one after another
    Instant rests_until;
  };
  [[nodiscard]] std::map<std::string, int> under_way() const;

  int most_at_once_;
  std::map<std::string, Standing> standings_;
};

}  // namespace vinhdanh
