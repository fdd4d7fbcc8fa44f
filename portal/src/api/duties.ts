// What a unit owes under a plan, by its day.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';

export type Duty = Schema['Duty'];
export type DutyLine = Schema['DutyLine'];

export interface DutyFilter {
  readonly state?: Schema['DutyState'] | undefined;
  readonly late?: boolean | undefined;
}

export function useDuties(unit: string | undefined, filter: DutyFilter) {
  return useInfiniteQuery({
    queryKey: ['lists', 'duties', unit, filter],
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/v1/duties', { signal, params: { query: { ...filter, unit: unit ?? '', cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
    enabled: unit !== undefined,
  });
}

export function useDuty(id: string) {
  return useQuery({
    queryKey: ['duty', id],
    queryFn: ({ signal }) => answer(api.GET('/v1/duties/{id}', { signal, params: { path: { id } } })),
  });
}
