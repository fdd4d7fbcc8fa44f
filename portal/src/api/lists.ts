// Lists of dossiers: the boxes of the inbox, and what a search finds, page after page.
import { type InfiniteData, infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';
import { limits } from './limits';

export type Box = Schema['Box'];
export type ListOrder = Schema['ListOrder'];
export type DossierLine = Schema['DossierLine'];
export type DossierFilter = Schema['DossierFilter'];

type Page = Schema['DossierPage'];

export function linesOf(pages: InfiniteData<Page, unknown> | undefined): DossierLine[] {
  return pages?.pages.flatMap((page) => page.items) ?? [];
}

export interface BoxAsked {
  readonly box: Box;
  readonly order: ListOrder;
  /** What the box is narrowed to; nothing for all of it. */
  readonly within: Pick<DossierFilter, 'text' | 'forms' | 'units' | 'plans'>;
}

/** A box of the inbox, or what of it is found; only then the pages say how many there are. */
export function boxQuery({ box, order, within }: BoxAsked) {
  return infiniteQueryOptions({
    queryKey: ['lists', 'box', box, order, within],
    queryFn: ({ signal, pageParam: cursor }) =>
      answer(
        Object.keys(within).length > 0
          ? api.POST('/v1/dossiers/search', { signal, body: { ...within, box, order, total: true, cursor } })
          : api.GET('/v1/inbox', { signal, params: { query: { box, order, cursor } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
    placeholderData: (kept, asked) => (asked?.queryKey[2] === box ? kept : undefined),
  });
}

export function useBox(asked: BoxAsked) {
  return useInfiniteQuery(boxQuery(asked));
}

export function useBoxCounts() {
  return useQuery({
    queryKey: ['lists', 'counts'],
    queryFn: ({ signal }) => answer(api.GET('/v1/inbox/counts', { signal })),
    select: (answered) => answered.counts,
  });
}

export function useSearch(filter: DossierFilter) {
  return useInfiniteQuery({
    queryKey: ['lists', 'search', filter],
    queryFn: ({ signal, pageParam }) =>
      answer(api.POST('/v1/dossiers/search', { signal, body: { ...filter, total: true, cursor: pageParam } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
  });
}

/** In their order, at most so many in each part. */
export function inParts<T>(all: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most));
}

/** By dossier how its checks went; what was known stays until the new numbers are there. */
export function useCheckCounts(lines: readonly DossierLine[]) {
  return useQuery({
    queryKey: ['lists', 'checks', lines.map(({ id, version }) => `${id} ${version}`)],
    enabled: lines.length > 0,
    queryFn: async ({ signal }) => {
      const asked = inParts(lines, limits.checked).map((part) =>
        answer(api.POST('/v1/dossiers/check', { signal, body: { dossiers: part.map(({ id }) => id) } })),
      );
      return (await Promise.all(asked)).flatMap(({ items }) => items);
    },
    select: (items) => new Map(items.map(({ dossier, counts }) => [dossier, counts])),
    placeholderData: keepPreviousData,
  });
}

export function useFacets(filter: DossierFilter) {
  return useQuery({
    queryKey: ['lists', 'facets', filter],
    queryFn: ({ signal }) =>
      answer(
        api.POST('/v1/dossiers/facets', { signal, body: { ...filter, facets: ['phase', 'form', 'unit', 'subject_kind'] } }),
      ),
    select: (answered) => answered.facets,
    placeholderData: keepPreviousData,
  });
}

/** The names of the plans, occasions and offices that a search finds. */
export function useFacetNames(filter: DossierFilter, wanted: boolean) {
  return useQuery({
    queryKey: ['lists', 'names', filter],
    enabled: wanted,
    queryFn: ({ signal }) =>
      answer(api.POST('/v1/dossiers/facets', { signal, body: { ...filter, facets: ['plan', 'occasion', 'office', 'territory', 'area'] } })),
    select: (answered) => answered.facets,
    placeholderData: keepPreviousData,
  });
}

type FacetPair = readonly [Schema['Facet'], Schema['Facet']];

/** How many dossiers a search finds, and how many of them have each value of one facet, or each pair of values of two. */
export function countsQuery(filter: DossierFilter, facets: readonly Schema['Facet'][], crossed: readonly FacetPair[] = []) {
  return {
    queryKey: ['lists', 'facets-of', filter, facets, crossed],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      answer(
        api.POST('/v1/dossiers/facets', {
          signal,
          body: {
            ...filter,
            ...(facets.length > 0 && { facets: [...facets] }),
            ...(crossed.length > 0 && { crossed: crossed.map(([one, other]) => [one, other]) }),
          },
        }),
      ),
  };
}

/** How long the stages took that the dossiers of a search have passed. */
export function durationsQuery(filter: DossierFilter) {
  return {
    queryKey: ['lists', 'durations', filter],
    queryFn: ({ signal }: { signal: AbortSignal }) => answer(api.POST('/v1/dossiers/durations', { signal, body: filter })),
  };
}
