// Occasions on which awards are proposed, and how many places each has.
import { queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api, ifMatch, type Schema } from './client';
import { useKeyed } from './useKeyed';

export type Occasion = Schema['Occasion'];
export type Quota = Schema['Quotas']['items'][number];

export interface OccasionFilter {
  readonly plan?: string | undefined;
  readonly open?: boolean | undefined;
}

export function useOccasions(filter: OccasionFilter) {
  return useInfiniteQuery({
    queryKey: ['occasions', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/v1/occasions', { signal, params: { query: { ...filter, limit: 100, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
  });
}

/** All of a plan, page after page. */
export function useOccasionsOf(plan: string | undefined) {
  return useQuery({
    queryKey: ['occasions', 'list', 'all', plan],
    enabled: plan !== undefined,
    queryFn: async ({ signal }) => {
      const all: Occasion[] = [];
      let cursor: string | undefined;
      do {
        const page = await answer(api.GET('/v1/occasions', { signal, params: { query: { plan, limit: 200, cursor } } }));
        all.push(...page.items);
        cursor = page.cursor;
      } while (cursor);
      return all;
    },
  });
}

export function useOpenOccasions() {
  return useQuery({
    queryKey: ['occasions', 'open'],
    queryFn: ({ signal }) => answer(api.GET('/v1/occasions', { signal, params: { query: { open: true, limit: 200 } } })),
    select: (page) => page.items,
  });
}

export function useOccasion(id: string | undefined) {
  return useQuery({
    queryKey: ['occasions', 'one', id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => answer(api.GET('/v1/occasions/{id}', { signal, params: { path: { id: id ?? '' } } })),
  });
}

export function useOccasionActions(id: string, wanted = true) {
  return useQuery({
    queryKey: ['occasions', 'one', id, 'actions'],
    enabled: wanted,
    queryFn: ({ signal }) => answer(api.GET('/v1/occasions/{id}/actions', { signal, params: { path: { id } } })),
    select: (answered) => answered.actions,
  });
}

export function quotasQuery(occasion: string) {
  return queryOptions({
    queryKey: ['quotas', occasion],
    queryFn: ({ signal }) => answer(api.GET('/v1/quotas', { signal, params: { query: { occasion } } })),
    select: (answered) => answered.items,
  });
}

export function useQuotas(occasion: string) {
  return useQuery(quotasQuery(occasion));
}

export function useOpenOccasion() {
  return useKeyed(
    (body: Schema['NewOccasion'], key) =>
      answer(api.POST('/v1/occasions', { params: { header: { 'Idempotency-Key': key } }, body })),
    [['occasions'], ['quotas']],
  );
}

export function useCloseOccasion(id: string) {
  return useKeyed(
    (version: number, key) =>
      answer(
        api.POST('/v1/occasions/{id}/close', {
          params: { path: { id }, header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key } },
          body: {},
        }),
      ),
    [['occasions'], ['lists'], ['quotas']],
  );
}
