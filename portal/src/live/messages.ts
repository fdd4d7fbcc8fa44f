// What the tab that holds the stream tells the others.
import type { Schema } from '../api/client';

export type Note = Schema['EventNote'];

/** How the portal hears of what others do: from the stream, not at the moment, by asking now and then, or not at all. */
export type LiveState = 'starting' | 'live' | 'reconnecting' | 'polling' | 'offline';

export type LiveMessage =
  | { readonly kind: 'note'; readonly note: Note }
  /** How far the stream is, for whoever takes it over. */
  | { readonly kind: 'place'; readonly id: string }
  | { readonly kind: 'state'; readonly state: LiveState }
  /** Without a stream: time to ask for everything that is shown. */
  | { readonly kind: 'poll' }
  /** The server no longer knows the session. */
  | { readonly kind: 'signed-out' }
  /** A tab has come and wants to know the state. */
  | { readonly kind: 'hello' };
