// What auditors ask for: the access log, and whether the history holds.
import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';

export type Accessed = Schema['Accessed'];
export type AccessKind = Schema['AccessKind'];
export type Violation = Schema['Violation'];

export type FoundEvent = Schema['FoundEvent'];
export type EventFilter = Omit<Schema['EventSearch'], 'limit' | 'cursor'>;

export interface AccessFilter {
  readonly kind?: AccessKind | undefined;
  readonly person?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function useAccessLog(filter: AccessFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', 'access', filter],
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/v1/access-log', { signal, params: { query: { ...filter, limit: 50, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
    // Each reading is itself noted in the log.
    refetchOnWindowFocus: false,
  });
}

export function useEventSearch(filter: EventFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', 'events', filter],
    queryFn: ({ signal, pageParam }) =>
      answer(api.POST('/v1/events/search', { signal, body: { ...filter, limit: 50, cursor: pageParam } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
    // Each reading is itself noted in the access log.
    refetchOnWindowFocus: false,
  });
}
