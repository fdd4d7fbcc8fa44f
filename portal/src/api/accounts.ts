// Accounts: who may sign in, and the first password that an administrator gives.
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answer, api, ifMatch, type Schema } from './client';
import { useKeyed } from './useKeyed';

export type Account = Schema['Account'];

const stale = [['accounts']] as const;

/** All of them, page after page: the server looks for no names here. */
export function useAllAccounts() {
  const list = useInfiniteQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/v1/accounts', { signal, params: { query: { limit: 200, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
  });
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  return list;
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
