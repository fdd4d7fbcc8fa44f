// Addresses to which events are posted; a new one's secret is shown this once.
import { Button, TextInput, Textarea } from '@mantine/core';
import { type Me, may } from '../../api/me';
import { useMakeWebhook, useWebhooks } from '../../api/webhooks';
import { ActDialog } from '../../parts/ActDialog';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import { WebhookItem } from './WebhookItem';

export function Webhooks({ me }: { me: Me }) {
  const { t } = useWords();
  const list = useWebhooks();
  const make = useMakeWebhook();
  const pages = list.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const people = Object.assign({}, ...pages.map((page) => page.names.people)) as Record<string, string>;
  const run = (form: FormData) => {
    const types = formText(form, 'types').split(/[\s,]+/).filter(Boolean);
    return make.mutateAsync({ url: formText(form, 'url'), ...(types.length > 0 && { types }) });
  };
  return (
    <>
      {may(me, 'make_webhooks') && (
        <div className={layout.tools}>
          <ActDialog label={t('admin.makeWebhook')} primary text={t('admin.webhookEffect')} run={run}>
            <TextInput name="url" type="url" label={t('admin.url')} required maxLength={2000} placeholder="https://" />
            <Textarea name="types" label={t('admin.types')} description={t('admin.typesHelp')} rows={3} />
          </ActDialog>
        </div>
      )}
      {make.data && (
        <section className={layout.card} aria-labelledby="new-secret">
          <h2 id="new-secret">{t('admin.secretOnce')}</h2>
          <p className={layout.secret} role="status">
            {make.data.secret}
          </p>
          <div className={layout.tools}>
            <Button variant="default" onClick={() => make.reset()}>
              {t('admin.secretKept')}
            </Button>
          </div>
        </section>
      )}
      {list.isPending && <Loading />}
      {list.error && <Trouble error={list.error} retry={list.refetch} />}
      {list.isSuccess && items.length === 0 && <p className={layout.empty}>{t('admin.noWebhooks')}</p>}
      <ul className={layout.stack}>
        {items.map((each) => (
          <li key={each.id}>
            <WebhookItem webhook={each} owner={people[each.person] ?? each.person} own={each.appointment === me.appointment} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t('admin.more')}
        </Button>
      )}
    </>
  );
}
