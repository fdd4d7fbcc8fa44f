// Addresses to which events are posted: making, pausing, trying, and what could not be delivered.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';
import { useKeyed } from './useKeyed';

export type Webhook = Schema['Webhook'];
export type DeadMessage = Schema['DeadMessages']['items'][number];

const stale = [['webhooks']] as const;

export function useWebhooks() {
  return useInfiniteQuery({
    queryKey: ['webhooks', 'list'],
    queryFn: ({ signal, pageParam }) => answer(api.GET('/v1/webhooks', { signal, params: { query: { cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
  });
}

export function useMakeWebhook() {
  return useKeyed(
    (body: Schema['NewWebhook'], key) =>
      answer(api.POST('/v1/webhooks', { params: { header: { 'Idempotency-Key': key } }, body })),
    stale,
  );
}

function useWebhookChange<Input, Answer>(send: (input: Input) => Promise<Answer>) {
  const cache = useQueryClient();
  return useMutation({ mutationFn: send, onSuccess: () => cache.invalidateQueries({ queryKey: stale[0] }) });
}

export function useSwitchWebhook(id: string) {
  const params = { path: { id } };
  return useWebhookChange((on: boolean) =>
    answer(
      on
        ? api.POST('/v1/webhooks/{id}/actions/resume', { params, body: {} })
        : api.POST('/v1/webhooks/{id}/actions/pause', { params, body: {} }),
    ),
  );
}

export function useDeleteWebhook(id: string) {
  return useWebhookChange(() => answer(api.DELETE('/v1/webhooks/{id}', { params: { path: { id } } })));
}

export function usePing(id: string) {
  return useWebhookChange(() => answer(api.POST('/v1/webhooks/{id}/actions/ping', { params: { path: { id } }, body: {} })));
}

export function useDead(id: string, wanted: boolean) {
  return useQuery({
    queryKey: ['webhooks', 'dead', id],
    enabled: wanted,
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/webhooks/{id}/dead', { signal, params: { path: { id }, query: { limit: 100 } } })),
    select: (answered) => answered.items,
  });
}

export function useRetryDead(id: string) {
  return useWebhookChange((body: Schema['RetryDead']) =>
    answer(api.POST('/v1/webhooks/{id}/dead/retry', { params: { path: { id } }, body })),
  );
}
