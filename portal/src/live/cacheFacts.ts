// What this tab has read, looked up in the cache of answers.
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Schema } from '../api/client';
import type { Note } from './messages';
import type { Known } from './staleQueries';

const keyOf: Readonly<Record<Note['stream'], (id: string) => QueryKey>> = {
  dossier: (id) => ['dossier', id],
  submission: (id) => ['submission', id],
  occasion: (id) => ['occasions', 'one', id],
  decision: (id) => ['decisions', 'one', id],
  duty: (id) => ['duty', id],
};

export function cacheFacts(cache: QueryClient): Known {
  return {
    versionOf(stream, id) {
      const query = cache.getQueryState<{ version?: number }>(keyOf[stream](id));
      return query?.isInvalidated ? undefined : query?.data?.version;
    },
    submissionsWith(dossier) {
      return cache
        .getQueriesData<Schema['Submission']>({ queryKey: ['submission'], predicate: ({ queryKey }) => queryKey.length === 2 })
        .flatMap(([, read]) => (read?.dossiers.some(({ id }) => id === dossier) ? [read.id] : []));
    },
  };
}
