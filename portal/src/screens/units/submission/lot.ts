// Which acts on the whole letter apply to which of its dossiers, as far as their phases tell.
import type { Schema } from '../../../api/client';
import type { LotCommand } from '../../../api/submissions';

const phases: Readonly<Record<LotCommand, readonly Schema['Phase'][]>> = {
  submit: ['drafting'],
  recall: ['awaiting_receipt'],
  withdraw: ['drafting', 'awaiting_receipt', 'under_review', 'proposed', 'returned'],
};

export interface LotChoice {
  readonly command: LotCommand;
  readonly count: number;
}

export function lotChoices(dossiers: readonly { readonly phase: Schema['Phase'] }[]): LotChoice[] {
  return (Object.keys(phases) as LotCommand[])
    .map((command) => ({ command, count: dossiers.filter(({ phase }) => phases[command].includes(phase)).length }))
    .filter(({ count }) => count > 0);
}
