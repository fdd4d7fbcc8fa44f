// One webhook: how it goes, pausing, trying, deleting, and its dead letters.
import { Button } from '@mantine/core';
import { CircleCheck, PauseCircle } from 'lucide-react';
import { useDeleteWebhook, usePing, useSwitchWebhook, type Webhook } from '../../api/webhooks';
import { ActDialog } from '../../parts/ActDialog';
import { Facts } from '../../parts/Facts';
import layout from '../../parts/layout.module.css';
import { Tag } from '../../parts/Tag';
import { tell } from '../../parts/Toast';
import { Trouble } from '../../parts/Trouble';
import { Vi } from '../../parts/Vi';
import { formatInstant } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import { DeadLetters } from './DeadLetters';

interface WebhookItemProps {
  readonly webhook: Webhook;
  readonly owner: string;
  readonly own: boolean;
}

export function WebhookItem({ webhook, owner, own }: WebhookItemProps) {
  const { t } = useWords();
  const turn = useSwitchWebhook(webhook.id);
  const ping = usePing(webhook.id);
  const remove = useDeleteWebhook(webhook.id);
  const { paused, url } = webhook;
  const mayTurn = own || !paused;
  return (
    <article className={layout.card}>
      <div className={layout.cardHead}>
        <h2>{url}</h2>
        <Tag tone={paused ? 'paused' : 'ok'} icon={paused ? PauseCircle : CircleCheck}>
          {paused ? t('admin.paused') : t('admin.running')}
        </Tag>
      </div>
      {!webhook.listed && <p className={layout.warning}>{t('admin.notListed')}</p>}
      <Facts
        items={[
          [t('admin.owner'), <Vi key="owner">{owner}</Vi>],
          [t('admin.types'), webhook.types.join(', ') || t('admin.allTypes')],
          [t('admin.made'), formatInstant(webhook.made)],
          [t('admin.waiting'), webhook.waiting],
          [t('admin.delivered'), webhook.last_delivered && formatInstant(webhook.last_delivered)],
          [t('admin.failed'), webhook.last_failed && formatInstant(webhook.last_failed)],
        ]}
      />
      <div className={layout.tools}>
        {mayTurn && (
          <Button
            variant="default"
            loading={turn.isPending}
            onClick={() => turn.mutate(paused, { onSuccess: () => tell(paused ? t('admin.resumed') : t('admin.pausedNow')) })}
          >
            {paused ? t('admin.resume') : t('admin.pause')}
          </Button>
        )}
        {own && (
          <Button variant="default" loading={ping.isPending} onClick={() => ping.mutate(undefined)}>
            {t('admin.ping')}
          </Button>
        )}
        <ActDialog
          label={t('admin.deleteWebhook')}
          danger
          text={t('admin.deleteWebhookEffect', { url, n: webhook.waiting + webhook.dead })}
          done={t('admin.webhookDeleted')}
          run={() => remove.mutateAsync(undefined)}
        />
      </div>
      <div role="status">
        {ping.data && (
          <p>
            {ping.data.delivered
              ? t('admin.pingDelivered', { status: ping.data.status ?? 200 })
              : t('admin.pingFailed', { why: ping.data.why ?? String(ping.data.status ?? '') })}
          </p>
        )}
      </div>
      {(turn.error ?? ping.error) && <Trouble error={turn.error ?? ping.error} title={t('decide.problem')} />}
      {own && webhook.dead > 0 && <DeadLetters webhook={webhook} />}
    </article>
  );
}
