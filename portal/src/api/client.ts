// The one HTTP client: typed by the OpenAPI file; an answer is data or a thrown Refusal.
import createClient from 'openapi-fetch';
import type { Language } from '../words/language';
import { Refusal } from './Refusal';
import type { components, paths } from './schema';

export type Schema = components['schemas'];

let language: Language = 'vi';
let answeredAt = Date.now();
const listeners = new Set<() => void>();

export const api = createClient<paths>({ baseUrl: '/' });
api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', language);
    return request;
  },
  onResponse({ response }) {
    if (response.ok) answeredAt = Date.now();
  },
});

/** When the server last did what was asked, which is what keeps a session alive. */
export function lastAnswerAt(): number {
  return answeredAt;
}

export function setApiLanguage(wanted: Language): void {
  language = wanted;
}

/** Calls back when the server says that the session is over; gives the way to stop. */
export function onSessionLost(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For whoever hears elsewhere than in an answer that the session is over. */
export function reportSessionLost(): void {
  for (const listener of listeners) listener();
}

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

export async function answer<T>(call: Promise<Outcome<T>>): Promise<T> {
  const outcome = await call.catch((fault: unknown) => {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault;
    throw Refusal.offline();
  });
  if (outcome.response.ok && outcome.data !== undefined) return outcome.data;
  const refusal = Refusal.of(outcome.response, outcome.error);
  if (refusal.code === 'unauthenticated') reportSessionLost();
  throw refusal;
}

export function ifMatch(version: number): string {
  return `"${version}"`;
}
