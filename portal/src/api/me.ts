// Who the caller is in the chosen role, and the business day.
import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';

export type Me = Schema['Me'];
export type Right = Schema['Right'];

/** Whether the role may, as the server says; what may be done to a thing, its actions say. */
export const may = (me: Pick<Me, 'may'> | undefined, right: Right): boolean => me?.may?.includes(right) ?? false;

export function useMe() {
  return useQuery({ queryKey: ['me'], queryFn: ({ signal }) => answer(api.GET('/v1/me', { signal })), staleTime: 300_000 });
}
