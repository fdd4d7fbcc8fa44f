// The dossiers of one's own unit that are not finished, what changed last first.
import { useQuery } from '@tanstack/react-query';
import { answer, api } from './client';

export function useUnitDossiers(unit: string | undefined) {
  return useQuery({
    queryKey: ['lists', 'unit', unit],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/dossiers', {
          signal,
          params: { query: { unit: unit ?? '', open: true, order: 'changed', limit: 200, total: true } },
        }),
      ),
    enabled: unit !== undefined,
  });
}
