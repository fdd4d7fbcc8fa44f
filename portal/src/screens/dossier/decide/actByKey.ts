// Which act a key means for a dossier: of those that go on, or that return, the one that is allowed now.
import type { Action, Command } from '../../../api/dossier';
import { awaitsTurn } from './refusedActions';

export type ActKey = 'e' | 'r';

const commands: Readonly<Record<ActKey, readonly Command[]>> = {
  e: ['forward', 'approve', 'propose', 'receive'],
  r: ['return_for_rework'],
};

/** Where none is allowed, the one to say why not of: what something stands against comes before what is merely another's turn. */
export function actByKey(key: ActKey, actions: readonly Action[]): Action | undefined {
  const meant = commands[key].flatMap((command) => actions.filter((action) => action.command === command));
  return meant.find((action) => action.allowed) ?? meant.find((action) => !awaitsTurn(action)) ?? meant[0];
}
