// The `EventNote` of openapi.yaml.
#include "api/live/event_note.hpp"

#include "engine/codec/codec.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {

nlohmann::ordered_json note_of(const SealedEvent& sealed) {
  const Event& event = sealed.event;
  return {{"stream", name_of(event.stream)},
          {"id", event.stream_id},
          {"n", sealed.n},
          {"type", type_of(event.body)},
          {"at", event.at.text()}};
}

}  // namespace vinhdanh
