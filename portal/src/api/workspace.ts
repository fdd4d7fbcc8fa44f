// The workspace of a dossier while its unit has it: reading it afresh and saving it.
import { useQuery } from '@tanstack/react-query';
import { answer, api, ifMatch, type Schema } from './client';
import { Refusal } from './Refusal';

export type Workspace = Schema['Workspace'];

/** As it stands on the server when the page is opened; what is typed later never comes back through here. */
export function useWorkspace(dossier: string) {
  return useQuery({
    queryKey: ['workspace', dossier],
    queryFn: ({ signal }) => answer(api.GET('/v1/dossiers/{id}/content', { signal, params: { path: { id: dossier } } })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function saveWorkspace(dossier: string, version: number, content: Schema['ContentRequest']): Promise<Workspace> {
  return answer(
    api.PUT('/v1/dossiers/{id}/content', {
      params: { path: { id: dossier }, header: { 'If-Match': ifMatch(version) } },
      body: content,
    }),
  );
}

/** The workspace that came with "somebody else saved first". */
export function newerWorkspace(fault: unknown): Workspace | undefined {
  if (!(fault instanceof Refusal) || fault.status !== 412) return undefined;
  return fault.problem?.current as Workspace | undefined;
}
