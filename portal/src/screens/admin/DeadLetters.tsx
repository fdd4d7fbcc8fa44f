// Messages that were given up; each can be tried again, or all of them.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDead, useRetryDead, type Webhook } from '../../api/webhooks';
import { CardTable } from '../../parts/CardTable';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { tell } from '../../parts/Toast';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';

export function DeadLetters({ webhook }: { webhook: Webhook }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const { data: items, error, refetch } = useDead(webhook.id, open);
  const retry = useRetryDead(webhook.id);
  const send = (body: Parameters<typeof retry.mutate>[0]) =>
    retry.mutate(body, { onSuccess: ({ retried }) => tell(t('admin.retried', { n: retried })) });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('admin.dead', { n: webhook.dead })}</summary>
      <div className={layout.stack}>
        {open && !items && !error && <Loading />}
        {(error ?? retry.error) && <Trouble error={error ?? retry.error} retry={refetch} />}
        {items && (
          <CardTable
            caption={t('admin.dead', { n: webhook.dead })}
            rows={items}
            keyOf={(each) => each.event}
            columns={[
              { key: 'event', label: t('admin.event'), heads: true, cell: (each) => `${each.stream}/${each.id} · ${each.n}` },
              { key: 'attempts', label: t('admin.attempts'), numeric: true, cell: (each) => each.attempts },
              { key: 'why', label: t('admin.why'), cell: (each) => <span lang="en">{each.why}</span> },
              {
                key: 'acts',
                label: t('decisions.acts'),
                cell: ({ stream, id, n }) => (
                  <Button variant="default" size="sm" loading={retry.isPending} onClick={() => send({ stream, id, n })}>
                    {t('admin.tryAgain')}
                  </Button>
                ),
              },
            ]}
          />
        )}
        <div className={layout.tools}>
          <Button variant="default" loading={retry.isPending} onClick={() => send({ all: true })}>
            {t('admin.tryAll')}
          </Button>
        </div>
      </div>
    </details>
  );
}
