// The routes that a plan lays down: which form takes which, and its stages in their order.
import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';

export interface PlannedStage {
  readonly id: string;
  readonly name: string;
  readonly kind: Schema['StageKind'];
  readonly office_role: string;
  readonly source?: { readonly assumed?: boolean; readonly basis?: string; readonly clause?: string };
}

export interface PlannedRoute {
  readonly id: string;
  readonly name: string;
  readonly stages: readonly PlannedStage[];
}

interface PlannedForm {
  readonly code: string;
  readonly name: string;
  readonly route: string;
  /** How high it is awarded: 1 by a head of unit, 2 by the province, above that by the State. */
  readonly rank: number;
  readonly milestones: readonly Schema['MilestoneKind'][];
  readonly subject_kinds: readonly Schema['SubjectKind'][];
}

interface PlannedMilestone {
  readonly id: string;
  readonly kind: Schema['MilestoneKind'];
  readonly text: string;
  readonly from?: string;
  readonly to?: string;
}

export interface PlanRules {
  readonly routes: readonly PlannedRoute[];
  readonly award_forms: readonly PlannedForm[];
  readonly milestones: readonly PlannedMilestone[];
}

export function usePlanRules(id: string | undefined, version?: number) {
  return useQuery({
    queryKey: ['plan', id, version, 'rules'],
    enabled: id !== undefined,
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/plans/{id}', { signal, params: { path: { id: id ?? '' }, query: { version } } })),
    select: ({ definition }) => definition as unknown as PlanRules,
    staleTime: 3_600_000,
  });
}

export function usePlans() {
  return useQuery({
    queryKey: ['plans'],
    queryFn: ({ signal }) => answer(api.GET('/v1/plans', { signal })),
    staleTime: 3_600_000,
    select: (answered) => answered.items,
  });
}

/** The stages that a dossier for this form passes; none while the plan is not there. */
export function stagesOf(rules: PlanRules | undefined, form: string): readonly PlannedStage[] {
  const route = rules?.award_forms.find((each) => each.code === form)?.route;
  return rules?.routes.find((each) => each.id === route)?.stages ?? [];
}
