// Parts the refused commands: those that only await another hand or step, and those that something stands against.
import type { Action } from '../../../api/dossier';
import type { Reason } from '../../../api/Refusal';

const turnCodes: readonly Reason['code'][] = [
  'not_in_role',
  'not_responsible_office',
  'wrong_phase',
  'case_closed',
  'not_this_stage_kind',
  'not_last_sender',
  'not_on_hold',
  'not_assigned',
  'no_correction',
  'unknown_choice',
];

/** Whether something is refused only because it is another's turn, or not of this step at all. */
export const awaitsTurn = ({ reasons }: { reasons: readonly Reason[] }) =>
  reasons.some((reason) => turnCodes.includes(reason.code));

export function refusedActions(actions: readonly Action[]): { obstructed: Action[]; notTurn: Action[] } {
  const refused = actions.filter((action) => !action.allowed);
  return { obstructed: refused.filter((action) => !awaitsTurn(action)), notTurn: refused.filter(awaitsTurn) };
}
