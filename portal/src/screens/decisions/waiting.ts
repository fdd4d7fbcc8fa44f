// Which dossiers a decision can take: of its form and occasion, with its authority, at the stage that decides.
import type { Decision } from '../../api/decisions';
import type { DossierFilter, DossierLine } from '../../api/lists';
import { undecided } from '../../api/phases';
import type { PlannedStage } from '../../api/planRoutes';

export function waitingFilter(decision: Pick<Decision, 'form' | 'occasion' | 'authority'>): DossierFilter {
  return {
    forms: [decision.form],
    occasions: [decision.occasion],
    offices: [decision.authority],
    phases: [...undecided],
    open: true,
  };
}

/** Those of a search that stand at a stage that decides; a stage the plan does not tell of is left in. */
export function atDecision(lines: readonly DossierLine[], stages: readonly PlannedStage[]): DossierLine[] {
  const kindAt = (id: string | undefined) => stages.find((stage) => stage.id === id)?.kind;
  return lines.filter((line) => (kindAt(line.stage) ?? 'decide') === 'decide');
}

/** Whether it can be decided now: received, and not on hold. */
export const canBeTicked = (line: DossierLine) => line.hand === 'send' && !line.held;

/** As they are ranked, then as they were opened: who comes first takes the last place. */
export const inRankOrder = (lines: readonly DossierLine[]): DossierLine[] =>
  [...lines].sort(
    (one, other) =>
      (one.rank ?? 1e9) - (other.rank ?? 1e9) || one.code.localeCompare(other.code),
  );
