// Tờ trình of a unit: opening one, its dossiers, and acts on all of them at once.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch, type Schema } from './client';

export type Submission = Schema['Submission'];
export type SubmissionActed = Schema['SubmissionActed'];
export const lotCommands = ['submit', 'recall', 'withdraw'] as const;
export type LotCommand = (typeof lotCommands)[number];

export function useSubmissions(unit: string | undefined) {
  return useQuery({
    queryKey: ['lists', 'submissions', unit],
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/submissions', { signal, params: { query: { unit: unit ?? '', limit: 200 } } })),
    select: (page) => page.items,
    enabled: unit !== undefined,
  });
}

export function useSubmission(id: string | undefined) {
  return useQuery({
    queryKey: ['submission', id],
    queryFn: ({ signal }) => answer(api.GET('/v1/submissions/{id}', { signal, params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  });
}

export type SubmissionAction = Schema['SubmissionActions']['actions'][number];

export function useSubmissionActions(id: string) {
  return useQuery({
    queryKey: ['submission', id, 'actions'],
    queryFn: ({ signal }) => answer(api.GET('/v1/submissions/{id}/actions', { signal, params: { path: { id } } })),
    select: (answered) => answered.actions,
  });
}

export function useOpenSubmission() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ occasion, key }: { occasion: string; key: string }) =>
      answer(api.POST('/v1/submissions', { params: { header: { 'Idempotency-Key': key } }, body: { occasion } })),
    onSuccess: () => void cache.invalidateQueries({ queryKey: ['lists'] }),
  });
}

export function useOpenDossier(submission: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: Schema['NewDossier']; key: string }) =>
      answer(
        api.POST('/v1/submissions/{id}/dossiers', {
          params: { path: { id: submission }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    onSuccess: () => {
      for (const queryKey of [['submission', submission], ['lists']]) void cache.invalidateQueries({ queryKey });
    },
  });
}

interface LotAct {
  readonly command: LotCommand;
  readonly body: Record<string, unknown>;
  readonly version: number;
  readonly key: string;
}

export function useActOnLot(submission: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ command, body, version, key }: LotAct) =>
      answer(
        api.POST('/v1/submissions/{id}/actions/{command}', {
          params: { path: { id: submission, command }, header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key } },
          body,
        }),
      ),
    onSettled: () => {
      for (const queryKey of [['submission', submission], ['dossier'], ['lists'], ['notices']]) {
        void cache.invalidateQueries({ queryKey });
      }
    },
  });
}
