// What can be looked for among events: what happens to dossiers, submissions, occasions, decisions and duties.
import { vi } from '../../words/vi';

const prefix = 'event.';

/** All events that have a word of their own. */
export const eventTypes: readonly string[] = Object.keys(vi)
  .filter((key) => key.startsWith(prefix) && key !== 'event.other')
  .map((key) => key.slice(prefix.length));
