// What a result from above comes to: only at the last stage is it the award; before, the dossier goes on up.
import type { Dossier } from '../../api/dossier';

export type ResultOutcome = 'true' | 'false' | 'onward';

export function resultOutcome(approved: boolean, last: boolean): ResultOutcome {
  if (!approved) return 'false';
  return last ? 'true' : 'onward';
}

export const isAtLastStage = ({ route, stage }: Pick<Dossier, 'route' | 'stage'>) => route.at(-1)?.id === stage;
