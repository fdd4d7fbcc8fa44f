// Long work that one asked for: lists of nominees that are read and checked, lists that are written to files.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';
import { limits } from './limits';
import type { DossierFilter } from './lists';
import { refusalOf } from './papers';
import { somebodyIsHere } from './presence';
import { Refusal } from './Refusal';
import type { paths } from './schema';
import { useKeyed } from './useKeyed';

export type Job = Schema['Job'];
export type NomineeImport = Schema['Import'];
export type ImportGroup = NomineeImport['groups'][number];
export type ImportRow = Schema['ImportRows']['items'][number];
export type MendCode = Schema['MendCode'];
/** What stands in a cell from now on; null: what was sent. */
export interface TypedCell {
  row: number;
  field: string;
  text: string | null;
}
export type ExportFormat = 'csv' | 'xlsx';

const asOftenAsItMoves = 1_000;
const nowAndThen = 30_000;

/** Not the first check: what the last one found is still there. */
export const isCheckedAgain = (data: NomineeImport) => isUnderWay(data) && data.phase === 'check' && data.columns.length > 0;

export const isUnderWay = ({ state }: Pick<Job, 'state'>) => state === 'waiting' || state === 'running';
const howOften = (jobs: readonly Job[]) => {
  if (jobs.some(isUnderWay)) return asOftenAsItMoves;
  return somebodyIsHere() && nowAndThen;
};

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

export type BoardPicture = NonNullable<paths['/v1/board/export']['post']['requestBody']['content']['application/json']['pictures']>[number];

/** What is to be written: a list, or tables of a board. */
export interface Exported {
  readonly filter: DossierFilter;
  readonly board?: { readonly form?: string | undefined; readonly pictures?: readonly BoardPicture[] } | undefined;
}

export function useExport({ filter, board }: Exported) {
  return useKeyed(
    ({ format }: { format: ExportFormat }, key) => {
      const params = { header: { 'Idempotency-Key': key } };
      if (!board) return answer(api.POST('/v1/dossiers/export', { params, body: { format, filter } }));
      const { form, pictures } = board;
      const body = { format, filter, ...(form && { form }), ...(pictures && { pictures: [...pictures] }) };
      return answer(api.POST('/v1/board/export', { params, body }));
    },
    [['jobs']],
  );
}

/** Of all that an auditor may see; what it finds is in the job. */
export const useVerify = () =>
  useKeyed((_: undefined, key) => answer(api.POST('/v1/verification', { params: { header: { 'Idempotency-Key': key } }, body: {} })), [['jobs']]);

export function useImport(id: string) {
  return useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => answer(api.GET('/v1/imports/{id}', { signal, params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? asOftenAsItMoves : false),
  });
}

export interface WantedRows {
  readonly severity?: Schema['RowSeverity'];
  readonly cause?: string;
  readonly mended?: string;
  readonly limit: number;
}

/** They are others after each check, which its state tells. */
export function useImportRows({ id, state }: Pick<NomineeImport, 'id' | 'state'>, wanted: WantedRows) {
  return useInfiniteQuery({
    queryKey: ['import', id, 'rows', wanted, state],
    placeholderData: keepPreviousData,
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/v1/imports/{id}/rows', { signal, params: { path: { id }, query: { ...wanted, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
  });
}

/** What is changed of a list has it checked again. */
function useImportChange<Input>(id: string, send: (input: Input) => Promise<NomineeImport>) {
  const cache = useQueryClient();
  return useJobChange(async (input: Input) => {
    const changed = await send(input);
    cache.setQueryData(['import', id], changed);
    return changed;
  });
}

export function usePutColumns(id: string) {
  return useImportChange(id, (columns: { column: number; field: string | null }[]) =>
    answer(api.PUT('/v1/imports/{id}/columns', { params: { path: { id } }, body: { columns } })),
  );
}

export function usePutMends(id: string) {
  return useImportChange(id, (mends: MendCode[]) =>
    answer(api.PUT('/v1/imports/{id}/mends', { params: { path: { id } }, body: { mends } })),
  );
}

export function usePutCells(id: string) {
  return useImportChange(id, (cells: TypedCell[]) =>
    answer(api.PUT('/v1/imports/{id}/cells', { params: { path: { id } }, body: { cells } })),
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
  if (size > limits.sheet) return 'large';
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
