// The offices that exist today, found by words of their names.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from './client';

export function useOffices(text: string) {
  return useQuery({
    queryKey: ['offices', text],
    queryFn: ({ signal }) => answer(api.GET('/v1/offices', { signal, params: { query: { ...(text && { text }), limit: 50 } } })),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
    select: (page) => page.items,
  });
}
