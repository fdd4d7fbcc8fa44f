// The request for a role, made of what was typed; what is empty is left out.
import type { Schema } from '../../api/client';

export const roles = [
  'unit_clerk',
  'unit_head',
  'intake_reviewer',
  'specialist',
  'appraiser',
  'office_head',
  'council_secretariat',
  'decider',
  'recorder',
  'registry_clerk',
  'board_officer',
  'observer',
  'auditor',
  'quota_manager',
  'definition_manager',
  'administrator',
] as const satisfies readonly Schema['Role'][];

interface Typed {
  readonly person: string;
  readonly office: string;
  readonly role: Schema['Role'];
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
