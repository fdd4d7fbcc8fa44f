// The holder comes from the event, the document from the deputy's appointment.
#include "api/desk/caller/acting_for.hpp"

#include "api/desk/caller/names.hpp"
#include "engine/codec/reflect.hpp"

namespace vinhdanh {

Json acting_for(const Deps& deps, const Actor& actor) {
  if (!actor.behalf_of) return nullptr;
  Json json{{"person", *actor.behalf_of}, {"name", person_name(deps.store, *actor.behalf_of)}};
  const auto appointment = deps.store.appointment(actor.appointment);
  if (appointment && appointment->document) json["document"] = to_json_value(*appointment->document);
  return json;
}

}  // namespace vinhdanh
