// One dossier: what it is, what may be done with it, and doing it.
import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answer, api, ifMatch, type Schema } from './client';

export type Dossier = Schema['Dossier'];
export type Action = Schema['Actions']['actions'][number];
export type Command = Schema['Command'];
export type Check = Schema['Check'];
export type Finding = Schema['Finding'];
export type HistoryEvent = Schema['Event'];
export type Paper = Schema['Paper'];

const path = (id: string) => ({ path: { id } });

export function useDossier(id: string) {
  return useQuery({
    queryKey: ['dossier', id],
    queryFn: ({ signal }) => answer(api.GET('/v1/dossiers/{id}', { signal, params: path(id) })),
  });
}

export const actionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['dossier', id, 'actions'],
    queryFn: ({ signal }) => answer(api.GET('/v1/dossiers/{id}/actions', { signal, params: path(id) })),
  });

/** What may be done to each of these, asked for nothing when there are none. */
export const commonActionsQuery = (dossiers: readonly string[]) =>
  queryOptions({
    queryKey: ['lists', 'actions', dossiers],
    enabled: dossiers.length > 0,
    queryFn: ({ signal }) => answer(api.POST('/v1/dossiers/actions', { signal, body: { dossiers: [...dossiers] } })),
  });

export const checkQuery = (id: string) =>
  queryOptions({
    queryKey: ['dossier', id, 'check'],
    queryFn: ({ signal }) => answer(api.GET('/v1/dossiers/{id}/check', { signal, params: path(id) })),
  });

export const useActions = (id: string) => useQuery(actionsQuery(id));
export const useCheck = (id: string) => useQuery(checkQuery(id));

export function useContent(id: string) {
  return useQuery({
    queryKey: ['dossier', id, 'content'],
    queryFn: ({ signal }) => answer(api.GET('/v1/dossiers/{id}/content', { signal, params: path(id) })),
  });
}

export function useComments(id: string) {
  return useQuery({
    queryKey: ['dossier', id, 'comments'],
    queryFn: ({ signal }) => answer(api.GET('/v1/dossiers/{id}/comments', { signal, params: path(id) })),
  });
}

export function useHistory(id: string) {
  return useInfiniteQuery({
    queryKey: ['dossier', id, 'history'],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/v1/dossiers/{id}/history', {
          signal,
          params: { ...path(id), query: { cursor: pageParam, limit: 200 } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
  });
}

/** Every event, oldest first, page after page; `isWhole` once all are there. */
export function useWholeHistory(id: string) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useHistory(id);
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const pages = data?.pages ?? [];
  const people = Object.assign({}, ...pages.map((page) => page.names.people)) as Readonly<Record<string, string>>;
  return { events: pages.flatMap((page) => page.items), people, isRead: data !== undefined, isWhole: data !== undefined && !hasNextPage, error, refetch };
}

export function useVerification(id: string) {
  return useQuery({
    queryKey: ['dossier', id, 'verification'],
    queryFn: ({ signal }) => answer(api.GET('/v1/dossiers/{id}/verification', { signal, params: path(id) })),
  });
}

type CommandInPath = 'forward';

export interface Act {
  /** The path's last part, as `href` of the action gives it. */
  readonly command: string;
  readonly body: Record<string, unknown>;
  /** The version that was on the screen. */
  readonly version: number;
  readonly key: string;
}

export function useAct(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ command, body, version, key }: Act) =>
      answer(
        api.POST('/v1/dossiers/{id}/actions/{command}', {
          params: {
            path: { id, command: command as CommandInPath },
            header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key },
          },
          body,
        }),
      ),
    // Not awaited: the form must hear of its success before what is read anew takes it off the page.
    onSuccess: () => {
      for (const queryKey of [['dossier', id], ['submission'], ['lists'], ['notices']]) void cache.invalidateQueries({ queryKey });
    },
  });
}
