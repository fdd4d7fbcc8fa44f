// On the page of a dossier: somebody has acted on it meanwhile; what is on the page stays until its reader asks for what is new.
import { Button } from '@mantine/core';
import { useIsMutating, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answer, api } from '../api/client';
import { formatTime } from '../words/format';
import { useWords } from '../words/WordsProvider';
import { announce } from './announce';
import styles from './ChangedNotice.module.css';
import { useHeldPage } from './held';

interface ChangedNoticeProps {
  readonly dossier: string;
  /** What is on the page. */
  readonly version: number;
}

/** Who did the newest thing; read apart, so that the history on the page stays as it is. */
function useLastHand(dossier: string, version: number | undefined) {
  const { data } = useQuery({
    queryKey: ['last-hand', dossier, version],
    enabled: version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const ask = (cursor?: string) =>
        answer(api.GET('/v1/dossiers/{id}/history', { signal, params: { path: { id: dossier }, query: { version, limit: 200, cursor } } }));
      let page = await ask();
      while (page.cursor) page = await ask(page.cursor);
      const last = page.items.at(-1);
      return { name: last?.actor && page.names.people[last.actor.person], at: last?.at };
    },
  });
  return data;
}

export function ChangedNotice({ dossier, version }: ChangedNoticeProps) {
  const { t } = useWords();
  const cache = useQueryClient();
  const note = useHeldPage('dossier', dossier);
  const acting = useIsMutating() > 0;
  const newer = note && note.n > version && !acting ? note : undefined;
  const last = useLastHand(dossier, newer?.n);
  const time = last?.at && formatTime(last.at);
  const text = !newer || !last ? '' : last.name && time ? t('live.acted', { name: last.name, time }) : t('live.changed');
  useEffect(() => {
    if (text) announce(text);
  }, [text]);
  if (!text) return null;
  return (
    <div className={`${styles.notice} no-print`}>
      <p>{text}</p>
      <Button size="sm" variant="default" onClick={() => void cache.invalidateQueries({ queryKey: ['dossier', dossier] })}>
        {t('live.reload')}
      </Button>
    </div>
  );
}
