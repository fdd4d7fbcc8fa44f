// Accounts: who may sign in, and the first password that an administrator gives.
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch, type Schema } from './client';
import { useKeyed } from './useKeyed';

export type Account = Schema['Account'];

const stale = [['accounts']] as const;

/** Those whom the words name, a page at a time; all where there is no word. Names go into a body, never into an address. */
export function useAccounts(text: string) {
  return useInfiniteQuery({
    queryKey: ['accounts', text],
    queryFn: ({ signal, pageParam }) =>
      answer(api.POST('/v1/accounts/search', { signal, body: { text, limit: 30, ...(pageParam && { cursor: pageParam }) } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
  });
}

export function useAddAccount() {
  return useKeyed(
    (body: Schema['NewAccount'], key) =>
      answer(api.POST('/v1/accounts', { params: { header: { 'Idempotency-Key': key } }, body })),
    stale,
  );
}

export function useSwitchAccount({ person, version }: Account) {
  return useKeyed((on: boolean, key) => {
    const params = { path: { id: person }, header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key } };
    return answer(
      on
        ? api.POST('/v1/accounts/{id}/actions/enable', { params, body: {} })
        : api.POST('/v1/accounts/{id}/actions/disable', { params, body: {} }),
    );
  }, stale);
}

function useAccountChange<Input>(send: (input: Input) => Promise<unknown>) {
  const cache = useQueryClient();
  return useMutation({ mutationFn: send, onSuccess: () => cache.invalidateQueries({ queryKey: stale[0] }) });
}

export function useSetEmail({ person, version }: Account) {
  return useAccountChange((email: string) =>
    answer(
      api.PUT('/v1/accounts/{id}/email', {
        params: { path: { id: person }, header: { 'If-Match': ifMatch(version) } },
        body: email ? { email } : {},
      }),
    ),
  );
}

export function useGivePassword({ person }: Account) {
  return useAccountChange((password: string) =>
    answer(api.PUT('/v1/accounts/{id}/password', { params: { path: { id: person } }, body: { password } })),
  );
}
