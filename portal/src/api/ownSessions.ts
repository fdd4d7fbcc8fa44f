// One's own sessions, and giving up the second factor.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';
import { markSignedOut } from './sessionMark';

export type OwnSession = Schema['SessionList']['items'][number];

export function useOwnSessions() {
  return useQuery({
    queryKey: ['own-sessions'],
    queryFn: ({ signal }) => answer(api.GET('/v1/sessions', { signal })),
    select: (answered) => answered.items,
  });
}

export function useEndSession() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/v1/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['own-sessions'] }),
  });
}

export function useEndAllSessions() {
  return useMutation({
    mutationFn: () => answer(api.DELETE('/v1/sessions')),
    onSuccess: () => {
      markSignedOut();
      window.location.assign('/');
    },
  });
}

/** A change of the second factor ends all sessions but this one. */
function useFactorChange<Body, Answer>(mutationFn: (body: Body) => Promise<Answer>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => {
      for (const queryKey of [['session'], ['own-sessions']]) void cache.invalidateQueries({ queryKey });
    },
  });
}

export const useRenewSecondFactor = () =>
  useFactorChange((body: { password: string; code: string; secret: string; new_code: string }) =>
    answer(api.PUT('/v1/second-factor', { body })),
  );

export const useGiveUpSecondFactor = () =>
  useFactorChange((body: { password: string; code: string }) => answer(api.DELETE('/v1/second-factor', { body })));
