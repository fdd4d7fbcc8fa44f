// What a plan asks of the nominees of a category: forms, papers, figures and criteria, and how figures stand to them.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';

export type Predicate =
  | { readonly kind: 'consecutive_drops'; readonly series: string; readonly comparison: string; readonly threshold: string; readonly years: number }
  | { readonly kind: 'reduction'; readonly baseline: string; readonly current: string; readonly comparison: string; readonly threshold: string }
  | { readonly kind: 'yearly_plan'; readonly series: string; readonly plan_series: string; readonly from_year: number; readonly to_year: number }
  | { readonly kind: 'range'; readonly figure: string; readonly minimum?: string; readonly maximum?: string }
  | { readonly kind: 'any' | 'all'; readonly of: readonly Predicate[] };

export interface PlanCriterion {
  readonly id: string;
  readonly text: string;
  readonly kind: 'numeric' | 'attested';
  readonly predicate?: Predicate;
}

export interface PlanCategory {
  readonly id: string;
  readonly name: string;
  readonly subject_kinds: readonly Schema['SubjectKind'][];
  readonly criteria?: readonly PlanCriterion[];
}

export interface PlanForm {
  readonly code: string;
  readonly name: string;
  readonly subject_kinds: readonly Schema['SubjectKind'][];
  readonly papers: readonly {
    readonly slot: string;
    readonly level: Schema['PaperLevel'];
    readonly required_at: string;
    readonly source: Schema['Source'];
  }[];
}

export interface PlanFigure {
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
  readonly yearly: boolean;
}

export interface PlanRules {
  readonly forms: readonly PlanForm[];
  readonly categories: readonly PlanCategory[];
  readonly figures: readonly PlanFigure[];
}

function rulesOf({ definition }: Schema['PlanDocument']): PlanRules {
  const read = definition as { award_forms?: PlanForm[]; subject_categories?: PlanCategory[]; figures?: PlanFigure[] };
  return { forms: read.award_forms ?? [], categories: read.subject_categories ?? [], figures: read.figures ?? [] };
}

export function usePlanRules(plan: { id: string; version: number } | undefined) {
  return useQuery({
    queryKey: ['plan', plan?.id, plan?.version],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/plans/{id}', {
          signal,
          params: { path: { id: plan?.id ?? '' }, query: plan ? { version: plan.version } : {} },
        }),
      ),
    select: rulesOf,
    enabled: plan !== undefined,
    staleTime: 3_600_000,
  });
}

export function useEligibility(plan: string, body: Schema['EligibilityRequest']) {
  return useQuery({
    queryKey: ['eligibility', plan, body],
    queryFn: ({ signal }) =>
      answer(api.POST('/v1/plans/{id}/eligibility', { signal, params: { path: { id: plan } }, body })),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
}
