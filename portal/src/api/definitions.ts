// Versions of plans, law, calendars and organisations, and putting them into use.
import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';
import { useKeyed } from './useKeyed';

export type Definition = Schema['DefinitionList']['items'][number];

const stale = [['definitions'], ['plans'], ['plan']] as const;

export function useDefinitions() {
  return useQuery({
    queryKey: ['definitions'],
    queryFn: ({ signal }) => answer(api.GET('/v1/definitions', { signal })),
    select: (answered) => answered.items,
  });
}

export function useBringDefinition() {
  return useKeyed(
    (text: string, key) =>
      answer(
        api.POST('/v1/definitions', {
          params: { header: { 'Idempotency-Key': key } },
          headers: { 'Content-Type': 'application/json' },
          // The bytes are kept as they are, so they are not read and written anew.
          body: text as never,
          bodySerializer: (body: unknown) => body as string,
        }),
      ),
    stale,
  );
}

export function useDefinitionStep({ kind, id, version }: Definition) {
  return useKeyed((step: 'request_activation' | 'activate', key) => {
    const params = { path: { kind, id, version: String(version) }, header: { 'Idempotency-Key': key } };
    return answer(
      step === 'activate'
        ? api.POST('/v1/definitions/{kind}/{id}/{version}/actions/activate', { params, body: {} })
        : api.POST('/v1/definitions/{kind}/{id}/{version}/actions/request_activation', { params, body: {} }),
    );
  }, stale);
}
