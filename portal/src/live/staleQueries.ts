// Which answers of the server an event has made old, and no others.
import type { QueryKey } from '@tanstack/react-query';
import type { Note } from './messages';

/** What this tab has read, as far as it decides what an event concerns. */
export interface Known {
  /** The newest version that was read of a thing. */
  versionOf(stream: Note['stream'], id: string): number | undefined;
  /** The submissions that were read with this dossier in them. */
  submissionsWith(dossier: string): readonly string[];
}

const listsOfDossiers = ['actions', 'box', 'counts', 'search', 'facets', 'names', 'facets-of', 'unit', 'submissions'];
const lists = (...names: string[]): QueryKey[] => names.map((name) => ['lists', name]);

/** Of the thing itself; nothing when what was read is as new as the event. */
export function staleThing({ stream, id, n }: Note, known: Known): QueryKey[] {
  if ((known.versionOf(stream, id) ?? -1) >= n) return [];
  switch (stream) {
    case 'dossier':
      return [['dossier', id], ...known.submissionsWith(id).map((submission) => ['submission', submission])];
    case 'submission':
      return [['submission', id]];
    case 'occasion':
      return [['occasions', 'one', id]];
    case 'decision':
      return [['decisions', 'one', id]];
    case 'duty':
      return [['duty', id]];
  }
}

/** Of the lists and numbers it is counted in. */
export function staleLists({ stream, id }: Note): QueryKey[] {
  switch (stream) {
    case 'dossier':
      return [...lists(...listsOfDossiers), ['quotas'], ['notices']];
    case 'submission':
      return lists('submissions', 'unit', 'checks');
    case 'occasion':
      return [['occasions', 'list'], ['occasions', 'open'], ['quotas', id]];
    case 'decision':
      return [['decisions', 'list']];
    case 'duty':
      return [...lists('duties'), ['notices']];
  }
}

/** What is asked for now and then while there is no stream. */
export const polled: readonly QueryKey[] = [...lists(...listsOfDossiers, 'duties'), ['notices'], ['decisions', 'list'], ['occasions'], ['quotas']];
