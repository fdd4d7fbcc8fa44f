// Signing in and out, the password, the second factor and the role to work in.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';
import { Refusal } from './Refusal';
import { markSignedIn, markSignedOut, mayHaveSession } from './sessionMark';

export type Session = Schema['Session'];
export type AppointmentChoice = Schema['AppointmentChoice'];

const key = ['session'] as const;

/** A session that is over is not asked for again when the page is loaded next. */
function forgetLapsed(fault: unknown): never {
  if (fault instanceof Refusal && fault.status === 401) markSignedOut();
  throw fault;
}

export function useSession() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => answer(api.GET('/v1/session', { signal })).catch(forgetLapsed),
    enabled: mayHaveSession,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}

function useSessionChange<T>(change: (input: T) => Promise<unknown>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => cache.invalidateQueries({ queryKey: key }),
  });
}

export function useSignIn() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Schema['Credentials']) => answer(api.POST('/v1/sessions', { body: credentials })),
    onSuccess: (session) => {
      markSignedIn();
      cache.setQueryData(key, session);
    },
  });
}

export function useSignOut() {
  return useMutation({
    mutationFn: () => answer(api.DELETE('/v1/sessions/current')),
    onSettled: () => {
      markSignedOut();
      window.location.assign('/');
    },
  });
}

export function useChangePassword() {
  return useSessionChange((body: { current_password: string; new_password: string }) =>
    answer(api.PUT('/v1/password', { body })),
  );
}

export function useBeginSecondFactor() {
  return useMutation({
    mutationFn: (password: string) => answer(api.POST('/v1/second-factor', { body: { password } })),
  });
}

export function useConfirmSecondFactor() {
  return useSessionChange((code: string) => answer(api.POST('/v1/second-factor/confirmation', { body: { code } })));
}

/** Another role sees other things, so nothing that was read in the old one is kept. */
export function useChooseAppointment() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (appointment: string) => answer(api.PUT('/v1/session/appointment', { body: { appointment } })),
    onSuccess: (session) => {
      cache.setQueryData(key, session);
      return cache.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
    },
  });
}
