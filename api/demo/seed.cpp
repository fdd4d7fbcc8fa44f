// Turns the invented people into accounts, appointments and tokens, in a few large commits.
#include "api/demo/seed.hpp"

#include <map>
#include <stdexcept>

#include "adapters/files/durable_file.hpp"
#include "adapters/passwords.hpp"
#include "adapters/tokens.hpp"
#include "api/demo/people.hpp"
#include "api/desk/people/admin.hpp"

namespace vinhdanh {
namespace {

constexpr std::size_t changes_per_commit = 500;
constexpr std::int64_t token_life = std::int64_t{365} * 24 * 3'600'000;

class Seeding {
 public:
  Seeding(const Deps& deps, const std::string& password) : deps_(deps), password_(Passwords().hash(password)) {}

  void add(const DemoPerson& person) {
    auto user = add_user(deps_.clock, deps_.fresh, console_actor(), person.login, person.name);
    changes_.push_back(std::move(user.change));
    changes_.push_back(set_password(deps_.clock, deps_.fresh, console_actor(), Account{user.person, person.login, false, 0},
                                    Credential{user.person, password_, false, {}, false, 0}, false));
    for (const DemoAppointment& wanted : person.appointments) appoint(person.login, user.person, wanted);
    if (changes_.size() >= changes_per_commit) commit();
  }

  void commit() {
    for (const CommitResult& result : deps_.store.commit(changes_)) {
      if (result.status != CommitStatus::done) throw std::logic_error("The demo's people clash: " + result.detail);
    }
    changes_.clear();
  }

  [[nodiscard]] const std::map<std::string, std::vector<DemoToken>>& tokens() const { return tokens_; }

 private:
  void appoint(const std::string& login, const PersonId& person, const DemoAppointment& wanted) {
    Appointment appointment;
    appointment.person = person;
    appointment.office = wanted.office;
    appointment.role = wanted.role;
    appointment.from = *Date::of(2016, 1, 1);
    if (wanted.deputy) make_deputy(appointment);
    auto granted = assign_role(deps_.clock, deps_.fresh, console_actor(), appointment);
    appointment.id = granted.appointment;
    if (!wanted.deputy) holders_[{wanted.office, wanted.role}] = appointment.id;
    changes_.push_back(std::move(granted.change));
    const std::string token = new_token_text();
    const Instant expires{deps_.clock.system_now().milliseconds + token_life};
    changes_.push_back(create_token(deps_.clock, deps_.fresh, console_actor(), appointment, token, expires));
    tokens_[login].push_back({appointment, token});
  }

  void make_deputy(Appointment& appointment) {
    appointment.capacity = Capacity::deputy;
    appointment.deputy_for = holders_.at({appointment.office, appointment.role});
    appointment.document = DocumentRef{"01/UQ-DEMO", Date::of(2016, 1, 1)};
  }

  const Deps& deps_;
  const std::string password_;  ///< one hash for all: each takes a tenth of a second
  std::vector<Change> changes_;
  std::map<std::pair<OfficeId, Role>, AppointmentId> holders_;
  std::map<std::string, std::vector<DemoToken>> tokens_;
};

}  // namespace

void seed_demo(const Deps& deps, const std::filesystem::path& folder) {
  if (!deps.store.accounts().empty()) return;
  const std::string password = new_token_text().substr(3, 12);
  Seeding seeding(deps, password);
  for (const DemoPerson& person : demo_people(deps.rulebook.plans(), deps.rulebook.organisation())) {
    seeding.add(person);
  }
  seeding.commit();
  write_private_file(folder / "demo-password", password + "\n");
  write_demo_tokens(folder, seeding.tokens());
}

}  // namespace vinhdanh
