// Which acts are offered for many dossiers at once: those that the server allows on every one of them; a result from above only where
// it means the same for all.
import type { Action, Command } from '../../api/dossier';
import type { DossierLine } from '../../api/lists';

export const bulkCommands = ['claim', 'release', 'assign', 'receive', 'propose', 'forward', 'record_result'] as const satisfies readonly Command[];
export type BulkCommand = (typeof bulkCommands)[number];

type Actions = readonly Pick<Action, 'command' | 'allowed' | 'choices'>[];

export interface Person {
  readonly value: string;
  readonly name: string;
}

const actionOf = (actions: Actions, command: BulkCommand) => actions.find((action) => action.command === command);

type Placed = Pick<DossierLine, 'plan' | 'form' | 'stage'>;

/** `lines` are those whose actions are given. */
export function commonCommands(all: readonly Actions[], lines: readonly Placed[]): BulkCommand[] {
  if (all.length === 0) return [];
  const possible = bulkCommands.filter((command) => all.every((actions) => actionOf(actions, command)?.allowed));
  return possible.filter((command) => {
    // Proposing offers more than going on; here only that is proposed.
    if (command === 'propose') return all.every((actions) => choosable(actions, 'propose', 'kind', 'forward'));
    return command !== 'record_result' || atOneStage(lines);
  });
}

const atOneStage = (lines: readonly Placed[]) => new Set(lines.map(({ plan, form, stage }) => `${plan} ${form} ${stage}`)).size === 1;

function choosable(actions: Actions, command: BulkCommand, member: string, value: string): boolean {
  const choices = actionOf(actions, command)?.choices ?? [];
  return choices.some((choice) => choice.member === member && choice.value === value && choice.allowed);
}

/** Those to whom every one of them may be assigned. */
export function commonPeople(all: readonly Actions[]): Person[] {
  const [first, ...others] = all;
  const offered = (actions: Actions) =>
    (actionOf(actions, 'assign')?.choices ?? []).filter((choice) => choice.member === 'person' && choice.allowed);
  return offered(first ?? [])
    .filter(({ value }) => others.every((actions) => offered(actions).some((choice) => choice.value === value)))
    .map(({ value, name }) => ({ value, name: name ?? value }));
}
