// The filters that a person has saved under a name.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch, type Schema } from './client';

export type SavedView = Schema['SavedView'];

const key = ['views'] as const;

export function useViews() {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => answer(api.GET('/v1/views', { signal })), staleTime: 60_000 });
}

export function useSaveView() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (view: Schema['NewView']) =>
      answer(api.PUT('/v1/views/{id}', { params: { path: { id: crypto.randomUUID() } }, body: view })),
    onSuccess: () => cache.invalidateQueries({ queryKey: key }),
  });
}

export function useDeleteView() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: SavedView) =>
      answer(api.DELETE('/v1/views/{id}', { params: { path: { id }, header: { 'If-Match': ifMatch(version) } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: key }),
  });
}
