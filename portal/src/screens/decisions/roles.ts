// Which roles open, fill and number decisions; the server has the last word.
import type { Schema } from '../../api/client';

type Role = Schema['Role'];

const openers: readonly Role[] = ['specialist', 'appraiser', 'office_head', 'decider', 'registry_clerk', 'unit_clerk'];

export const opensDecisions = (role: Role) => openers.includes(role);
export const decides = (role: Role | undefined) => role === 'decider';
export const numbers = (role: Role | undefined) => role === 'registry_clerk';
