// Đợt xét that can be seen, and the places they have.
import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';

export type Occasion = Schema['Occasion'];

export function useOpenOccasions() {
  return useQuery({
    queryKey: ['occasions', 'open'],
    queryFn: ({ signal }) => answer(api.GET('/v1/occasions', { signal, params: { query: { open: true, limit: 200 } } })),
    select: (page) => page.items,
  });
}

export function useOccasion(id: string | undefined) {
  return useQuery({
    queryKey: ['occasions', id],
    queryFn: ({ signal }) => answer(api.GET('/v1/occasions/{id}', { signal, params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
    staleTime: 300_000,
  });
}

export function useQuotas(occasion: string) {
  return useQuery({
    queryKey: ['occasions', occasion, 'quotas'],
    queryFn: ({ signal }) => answer(api.GET('/v1/quotas', { signal, params: { query: { occasion } } })),
    select: (answered) => answered.items,
  });
}
