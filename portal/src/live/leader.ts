// One tab of the browser holds the stream; the others wait in the browser's own queue for its lock and hear from it meanwhile.
import { lastAnswerAt } from '../api/client';
import { LiveLink, type LivePorts } from './LiveLink';
import type { LiveMessage } from './messages';

const name = 'vinhdanh.live';

/** Resolves after that time, or as soon as the browser says that there is a network. */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}

async function signedIn(signal: AbortSignal): Promise<void> {
  const since = Date.now();
  while (!signal.aborted && lastAnswerAt() <= since) await wait(2_000, signal);
}

const open: LivePorts['open'] = (lastId, signal) =>
  fetch('/v1/events', {
    signal,
    cache: 'no-store',
    headers: { Accept: 'text/event-stream', ...(lastId === undefined ? {} : { 'Last-Event-ID': lastId }) },
  });

/** Takes part in the live link until it is left; every message, this tab's own too, comes to `hear`. */
export function joinLive(hear: (message: LiveMessage) => void): () => void {
  const left = new AbortController();
  const channel = new BroadcastChannel(name);
  let lastId: string | undefined;
  let link: LiveLink | undefined;
  const take = (message: LiveMessage) => {
    if (message.kind === 'place') lastId = message.id;
    hear(message);
  };
  const tell = (message: LiveMessage) => {
    if (left.signal.aborted) return;
    channel.postMessage(message);
    take(message);
  };
  channel.onmessage = ({ data }: MessageEvent<LiveMessage>) => {
    if (data.kind !== 'hello') return take(data);
    if (!link) return;
    channel.postMessage({ kind: 'state', state: link.now } satisfies LiveMessage);
    if (lastId !== undefined) channel.postMessage({ kind: 'place', id: lastId } satisfies LiveMessage);
  };
  const lead = () => {
    link = new LiveLink({ open, wait, signedIn, tell, cutOff: () => !navigator.onLine }, lastId);
    window.addEventListener('offline', () => link?.restart(), { signal: left.signal });
    return link.run(left.signal);
  };
  channel.postMessage({ kind: 'hello' } satisfies LiveMessage);
  // A browser without locks, as over plain http from afar, has a stream in each tab.
  const led = navigator.locks ? navigator.locks.request(name, { signal: left.signal }, lead) : lead();
  led.catch(() => undefined);
  return () => {
    left.abort();
    channel.close();
  };
}
