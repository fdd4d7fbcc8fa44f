// Decisions: which there are, what stands in one, and opening, signing and numbering it.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api, ifMatch, type Schema } from './client';
import { useKeyed } from './useKeyed';

export type DecisionLine = Schema['DecisionLine'];
export type Decision = Schema['Decision'];
export type DecisionState = Schema['DecisionState'];

export const decisionStates = ['open', 'signed', 'numbered'] as const satisfies readonly DecisionState[];

/** What an act on a decision or on its dossiers makes old. */
export const decisionsAndLists = [['decisions'], ['lists'], ['dossier'], ['quotas'], ['notices']] as const;

export function useDecisions(filter: { state?: DecisionState | undefined; occasion?: string | undefined }) {
  return useInfiniteQuery({
    queryKey: ['decisions', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/v1/decisions', { signal, params: { query: { ...filter, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
  });
}

export function useDecision(id: string) {
  return useQuery({
    queryKey: ['decisions', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/v1/decisions/{id}', { signal, params: { path: { id } } })),
  });
}

export type DecisionAction = Schema['DecisionActions']['actions'][number];

/** Another role or office does it; whatever else stands against it is not for this one to mend. */
export const isForAnother = ({ reasons }: Pick<DecisionAction, 'reasons'>) =>
  reasons.some(({ code }) => code === 'not_in_role' || code === 'not_responsible_office');

export function useDecisionActions(id: string) {
  return useQuery({
    queryKey: ['decisions', 'one', id, 'actions'],
    queryFn: ({ signal }) => answer(api.GET('/v1/decisions/{id}/actions', { signal, params: { path: { id } } })),
    select: (answered) => answered.actions,
  });
}

export function useOpenDecision() {
  return useKeyed(
    (body: Schema['NewDecision'], key) =>
      answer(api.POST('/v1/decisions', { params: { header: { 'Idempotency-Key': key } }, body })),
    [['decisions']],
  );
}

interface DecisionAct {
  readonly command: 'sign' | 'number';
  readonly version: number;
  readonly body: Schema['Number'] | Record<string, never>;
}

export function useDecisionAct(id: string) {
  return useKeyed(
    ({ command, version, body }: DecisionAct, key) =>
      answer(
        api.POST('/v1/decisions/{id}/actions/{command}', {
          params: { path: { id, command }, header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key } },
          body,
        }),
      ),
    decisionsAndLists,
  );
}

type CommandInPath = 'forward';

export function useRemoveFromDecision(dossier: string) {
  return useKeyed(
    ({ reason, version }: { reason: string; version: number }, key) =>
      answer(
        api.POST('/v1/dossiers/{id}/actions/{command}', {
          params: {
            path: { id: dossier, command: 'remove-from-decision' as CommandInPath },
            header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key },
          },
          body: { reason },
        }),
      ),
    decisionsAndLists,
  );
}
