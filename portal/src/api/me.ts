// Who the caller is in the chosen role, and the business day.
import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';

export type Me = Schema['Me'];

export function useMe() {
  return useQuery({ queryKey: ['me'], queryFn: ({ signal }) => answer(api.GET('/v1/me', { signal })), staleTime: 300_000 });
}
