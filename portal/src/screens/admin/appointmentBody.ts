// The request for a role, made of what was typed; what is empty is left out.
import type { Schema } from '../../api/client';

type AppointableRole = Schema['AppointableRole'];

// The compiler finds one that the API knows and this does not, or the other way round.
const appointable: Readonly<Record<AppointableRole, true>> = {
  unit_clerk: true,
  unit_head: true,
  intake_reviewer: true,
  specialist: true,
  appraiser: true,
  office_head: true,
  council_secretariat: true,
  decider: true,
  recorder: true,
  registry_clerk: true,
  board_officer: true,
  observer: true,
  auditor: true,
  quota_manager: true,
  definition_manager: true,
  administrator: true,
};

export const appointableRoles = Object.keys(appointable) as AppointableRole[];

interface Typed {
  readonly person: string;
  readonly office: string;
  readonly role: AppointableRole;
  readonly from: string;
  readonly to: string;
  readonly deputyFor: string;
  readonly number: string;
  readonly date: string;
}

export function appointmentBody({ person, office, role, from, to, deputyFor, number, date }: Typed): Schema['NewAppointment'] {
  return {
    person,
    office,
    role,
    ...(from && { from }),
    ...(to && { to }),
    ...(deputyFor && { deputy_for: deputyFor }),
    ...(number && { document: { number, ...(date && { date }) } }),
  };
}
