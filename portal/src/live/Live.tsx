// Reads anew what others have changed, and lets screen readers hear of it; shows nothing itself.
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { reportSessionLost } from '../api/client';
import { somebodyIsHere, watchPresence } from '../api/presence';
import { Announcements } from './Announcements';
import { announceBy } from './announce';
import { cacheFacts } from './cacheFacts';
import { tellHeldPage } from './held';
import { joinLive } from './leader';
import type { LiveMessage, Note } from './messages';
import { Pace } from './Pace';
import { setLiveState } from './state';
import { polled, staleLists, staleThing } from './staleQueries';

const soon = 500;
const thingsApart = 1_000;
const listsApart = 5_000;

export default function Live({ session }: { session: string | undefined }) {
  const cache = useQueryClient();
  const [said, setSaid] = useState('');

  useEffect(() => {
    const announcements = new Announcements(setSaid);
    const silent = announceBy((text) => announcements.say(text));
    return () => {
      silent();
      announcements.stop();
    };
  }, []);

  // Anew for another session or role, which is told other things.
  useEffect(() => {
    const readAnew = (keys: readonly QueryKey[]) => {
      const refetchType = somebodyIsHere() ? 'active' : 'none';
      for (const queryKey of keys) void cache.invalidateQueries({ queryKey, refetchType });
    };
    const known = cacheFacts(cache);
    const things = new Pace<Note>(soon, thingsApart, (notes) => readAnew(notes.flatMap((note) => staleThing(note, known))));
    const lists = new Pace<QueryKey>(soon, listsApart, readAnew);
    const hear = (message: LiveMessage) => {
      if (message.kind === 'state') setLiveState(message.state);
      if (message.kind === 'signed-out') reportSessionLost();
      if (message.kind === 'poll') lists.add(polled);
      if (message.kind !== 'note') return;
      if (!tellHeldPage(message.note)) things.add([message.note]);
      lists.add(staleLists(message.note));
    };
    const leave = joinLive(hear);
    const unwatch = watchPresence(() => void cache.refetchQueries({ type: 'active', predicate: ({ queryKey, state }) => state.isInvalidated || queryKey[0] === 'jobs' }));
    return () => {
      leave();
      unwatch();
      things.stop();
      lists.stop();
      setLiveState('starting');
    };
  }, [cache, session]);

  return (
    <p className="visually-hidden" aria-live="polite">
      {said}
    </p>
  );
}
