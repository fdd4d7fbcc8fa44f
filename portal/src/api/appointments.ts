// Roles of people in offices: asked for by one administrator, granted by another, ended by a day.
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch, type Schema } from './client';
import { useKeyed } from './useKeyed';

export type Appointment = Schema['Appointment'];
export type AppointmentState = Schema['AppointmentState'];

export const appointmentStates = ['waiting', 'in_force', 'to_come', 'ended', 'refused'] as const satisfies readonly AppointmentState[];

const stale = [['appointments']] as const;

interface AppointmentFilter {
  readonly state?: AppointmentState | undefined;
  readonly person?: string | undefined;
  readonly office?: string | undefined;
}

export function useAppointments(filter: AppointmentFilter, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['appointments', filter],
    enabled,
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/v1/appointments', { signal, params: { query: { ...filter, limit: 100, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
  });
}

export function useAskAppointment() {
  return useKeyed(
    (body: Schema['NewAppointment'], key) =>
      answer(api.POST('/v1/appointments', { params: { header: { 'Idempotency-Key': key } }, body })),
    stale,
  );
}

export function useAnswerAppointment({ id, version }: Appointment) {
  return useKeyed((granted: boolean, key) => {
    const params = { path: { id }, header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key } };
    return answer(
      granted
        ? api.POST('/v1/appointments/{id}/actions/grant', { params, body: {} })
        : api.POST('/v1/appointments/{id}/actions/refuse', { params, body: {} }),
    );
  }, stale);
}

export function useEndAppointment({ id, version }: Appointment) {
  return useKeyed(
    (body: { last_day?: string; now?: boolean }, key) =>
      answer(
        api.POST('/v1/appointments/{id}/actions/end', {
          params: { path: { id }, header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key } },
          body,
        }),
      ),
    stale,
  );
}

/** Brings the file of the document that authorises a deputy. */
export function useBringDocument() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, file }: { id: string; version: number; file: File }) =>
      answer(
        api.PUT('/v1/appointments/{id}/document', {
          params: { path: { id }, header: { 'If-Match': ifMatch(version) } },
          headers: { 'Content-Type': file.type },
          body: file as never,
          bodySerializer: (body: unknown) => body as Blob,
        }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: stale[0] }),
  });
}
