// Long work that one asked for: lists of nominees that are read and checked, lists that are written to files.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';
import type { DossierFilter } from './lists';
import { refusalOf } from './papers';
import { Refusal } from './Refusal';
import { useKeyed } from './useKeyed';

export type Job = Schema['Job'];
export type NomineeImport = Schema['Import'];
export type ImportGroup = NomineeImport['groups'][number];
export type ExportFormat = 'csv' | 'xlsx';

const asOftenAsItMoves = 1_000;
const nowAndThen = 30_000;
const largestSheet = 5 * 1024 * 1024;

export const isUnderWay = ({ state }: Pick<Job, 'state'>) => state === 'waiting' || state === 'running';
const howOften = (jobs: readonly Job[]) => (jobs.some(isUnderWay) ? asOftenAsItMoves : nowAndThen);

export function useJobs(wanted: boolean) {
  return useQuery({
    queryKey: ['jobs', 'newest'],
    enabled: wanted,
    queryFn: ({ signal }) => answer(api.GET('/v1/jobs', { signal, params: { query: { limit: 20 } } })),
    select: (page) => page.items,
    refetchInterval: ({ state }) => howOften(state.data?.items ?? []),
  });
}

export function useAllJobs() {
  return useInfiniteQuery({
    queryKey: ['jobs', 'all'],
    queryFn: ({ signal, pageParam }) => answer(api.GET('/v1/jobs', { signal, params: { query: { cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
    refetchInterval: ({ state }) => howOften(state.data?.pages.flatMap((page) => page.items) ?? []),
  });
}

/** Also the submission's own list: its dossiers may be others now. */
function useJobChange<Input, Answer>(send: (input: Input) => Promise<Answer>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => {
      for (const queryKey of [['jobs'], ['import']]) void cache.invalidateQueries({ queryKey });
    },
  });
}

export function useCancelJob() {
  return useJobChange((id: string) =>
    answer(api.POST('/v1/jobs/{id}/actions/cancel', { params: { path: { id } }, body: {} })),
  );
}

export function useExport(what: 'dossiers' | 'facets') {
  return useKeyed(
    ({ format, filter }: { format: ExportFormat; filter: DossierFilter }, key) => {
      const params = { header: { 'Idempotency-Key': key } };
      const body = { format, filter };
      return answer(
        what === 'dossiers'
          ? api.POST('/v1/dossiers/export', { params, body })
          : api.POST('/v1/dossiers/facets/export', { params, body }),
      );
    },
    [['jobs']],
  );
}

export function useImport(id: string) {
  return useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => answer(api.GET('/v1/imports/{id}', { signal, params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? asOftenAsItMoves : false),
  });
}

export function useImportRows(id: string, severity: Schema['RowSeverity'] | undefined, wanted: boolean) {
  return useInfiniteQuery({
    queryKey: ['import', id, 'rows', severity],
    enabled: wanted,
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/v1/imports/{id}/rows', { signal, params: { path: { id }, query: { severity, limit: 50, cursor: pageParam } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
  });
}

export function usePutColumns(id: string) {
  return useJobChange((columns: { column: number; field: string | null }[]) =>
    answer(api.PUT('/v1/imports/{id}/columns', { params: { path: { id } }, body: { columns } })),
  );
}

export function useCommitImport(id: string) {
  return useJobChange((with_duplicates: boolean) =>
    answer(api.POST('/v1/imports/{id}/actions/commit', { params: { path: { id } }, body: { with_duplicates } })),
  );
}

export const templateAddress = (occasion: string, form: string, kind: string) =>
  `/v1/occasions/${occasion}/template?${new URLSearchParams({ form, subject_kind: kind })}`;

export type SheetFault = 'empty' | 'large' | 'type';

/** Why the file need not even be sent. What is in it only the server says. */
export function sheetFault({ size, name }: Pick<File, 'size' | 'name'>): SheetFault | undefined {
  if (size === 0) return 'empty';
  if (size > largestSheet) return 'large';
  return name.toLowerCase().endsWith('.xlsx') ? undefined : 'type';
}

interface SendingSheet {
  readonly submission: string;
  readonly form: string;
  readonly kind: string;
  readonly file: File;
  readonly key: string;
  onSent(bytes: number): void;
}

/** By XMLHttpRequest, as only that tells how much has left. */
export function sendSheet({ submission, form, kind, file, key, onSent }: SendingSheet): Promise<Job> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/v1/submissions/${submission}/imports?${new URLSearchParams({ form, subject_kind: kind })}`);
    request.setRequestHeader('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    request.setRequestHeader('Idempotency-Key', key);
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => (request.status === 202 ? done(JSON.parse(request.responseText) as Job) : failed(refusalOf(request)));
    request.onerror = () => failed(Refusal.offline());
    request.send(file);
  });
}
