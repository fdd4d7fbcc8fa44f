// Which acts are offered for many dossiers at once: those that the server allows on every one of them; a result from above only where
// it means the same for all.
import type { Schema } from '../../api/client';
import type { DossierLine } from '../../api/lists';

export const bulkCommands = [
  'claim',
  'release',
  'assign',
  'receive',
  'propose',
  'forward',
  'record_result',
] as const satisfies readonly Schema['Command'][];
export type BulkCommand = (typeof bulkCommands)[number];

export type CommonAction = Schema['CommonActions']['actions'][number];
type Placed = Pick<DossierLine, 'plan' | 'form' | 'stage'>;

export interface Person {
  readonly value: string;
  readonly name: string;
}

export interface Offered {
  readonly commands: readonly BulkCommand[];
  /** Allowed on some of them only, with what stands against the others. */
  readonly partly: readonly CommonAction[];
  /** Those to whom every one of them may be assigned. */
  readonly people: readonly Person[];
}

const atOneStage = (lines: readonly Placed[]) => new Set(lines.map(({ plan, form, stage }) => `${plan} ${form} ${stage}`)).size === 1;

/** Proposing offers more than going on; here only that is proposed. */
const mayGoOn = ({ choices }: CommonAction) =>
  choices.some(({ member, value, allowed }) => member === 'kind' && value === 'forward' && allowed);

/** `actions` are those of these lines. */
export function offered(actions: readonly CommonAction[], lines: readonly Placed[]): Offered {
  const actionOf = (command: BulkCommand) => actions.find((action) => action.command === command);
  const isOpen = (command: BulkCommand) => {
    const action = actionOf(command);
    if (!action?.allowed) return false;
    if (command === 'propose') return mayGoOn(action);
    return command !== 'record_result' || atOneStage(lines);
  };
  const persons = actionOf('assign')?.choices ?? [];
  return {
    commands: bulkCommands.filter(isOpen),
    partly: bulkCommands.flatMap((command) => actionOf(command) ?? []).filter(({ allowed, dossiers }) => !allowed && dossiers > 0),
    people: persons
      .filter(({ member, allowed }) => member === 'person' && allowed)
      .map(({ value, name }) => ({ value, name: name ?? value })),
  };
}
