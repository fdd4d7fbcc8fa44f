// Which acts are offered for many dossiers at once: those that the server allows on every one of them.
import type { Schema } from '../../api/client';

export const bulkCommands = ['claim', 'release', 'assign', 'receive', 'propose', 'forward'] as const satisfies readonly Schema['Command'][];
export type BulkCommand = (typeof bulkCommands)[number];

export type CommonAction = Schema['CommonActions']['actions'][number];

export interface Person {
  readonly value: string;
  readonly name: string;
}

const actionOf = (actions: readonly CommonAction[], command: BulkCommand) => actions.find((action) => action.command === command);

/** Proposing offers more than going on; here only that is proposed. */
const mayGoOn = (action: CommonAction) =>
  action.command !== 'propose' ||
  action.choices.some((choice) => choice.member === 'kind' && choice.value === 'forward' && choice.allowed);

export interface Offered {
  readonly commands: readonly BulkCommand[];
  /** Allowed on some of them only, with what stands against the others. */
  readonly partly: readonly CommonAction[];
  /** Those to whom every one of them may be assigned. */
  readonly people: readonly Person[];
}

export function offered(actions: readonly CommonAction[]): Offered {
  const known = bulkCommands.flatMap((command) => actionOf(actions, command) ?? []);
  const open = known.filter((action) => action.allowed && mayGoOn(action));
  const persons = actionOf(actions, 'assign')?.choices ?? [];
  return {
    commands: bulkCommands.filter((command) => open.some((action) => action.command === command)),
    partly: known.filter((action) => !action.allowed && action.dossiers > 0),
    people: persons
      .filter((choice) => choice.member === 'person' && choice.allowed)
      .map(({ value, name }) => ({ value, name: name ?? value })),
  };
}
