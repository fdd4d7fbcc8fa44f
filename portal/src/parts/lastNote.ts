// The newest words with which somebody passed a dossier on, returned it or spoke of it.
import type { HistoryEvent } from '../api/dossier';
import { textsOf } from '../screens/dossier/eventDetails';

/** Puts the content right; nobody says anything by it. */
const noNote = 'correction_recorded';

export interface Note {
  readonly event: HistoryEvent;
  /** Undefined where it was erased. */
  readonly texts: readonly (string | undefined)[];
}

/** Words that were erased are the newest all the same: older ones do not take their place. */
export function lastNote(events: readonly HistoryEvent[]): Note | undefined {
  const notes = events.filter(({ type }) => type !== noNote).map((event) => ({ event, texts: textsOf(event) }));
  return notes.filter(({ texts }) => texts.length > 0).at(-1);
}
