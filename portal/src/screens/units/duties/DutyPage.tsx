// One duty: what is owed to whom, where the plan says so, until when, and handing it in.
import { useQueryClient } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';
import { answer, api } from '../../../api/client';
import { type Duty, useDuty } from '../../../api/duties';
import { useMe } from '../../../api/me';
import { Refusal } from '../../../api/Refusal';
import { Loading } from '../../../parts/Loading';
import { PageHeading } from '../../../parts/PageHeading';
import { TroublePage } from '../../../parts/TroublePage';
import { Vi } from '../../../parts/Vi';
import { formatDate, formatInstant } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import { personalText } from '../../dossier/personalText';
import NotFound from '../../not-found/NotFound';
import { PaperSlot } from '../papers/PaperSlot';
import { PaperVersions } from '../papers/PaperVersions';
import { useUploads } from '../papers/useUploads';
import styles from '../Units.module.css';
import { DutyTag } from './DutyItem';

const slot = 'duty_paper';

function useHandIn(id: string) {
  const cache = useQueryClient();
  return useUploads({
    address: (_, kind) => `/v1/duties/${id}/paper?kind=${kind}`,
    look: async () => {
      const { version, paper } = await answer(api.GET('/v1/duties/{id}', { params: { path: { id } } }));
      return { version, papers: paper ? [{ ...paper, slot }] : [] };
    },
    onDone: () => {
      for (const queryKey of [['duty', id], ['lists']]) void cache.invalidateQueries({ queryKey });
    },
  });
}

export default function DutyPage({ id }: { id: string }) {
  const { t } = useWords();
  const { data: duty, error, refetch } = useDuty(id);
  if (error instanceof Refusal && error.status === 404) return <NotFound />;
  if (error && !duty) return <TroublePage error={error} retry={refetch} />;
  if (!duty) return <Loading />;
  return (
    <>
      <div className={styles.header}>
        <Link href="/duties" className={`${styles.back} no-print`}>
          <ArrowLeft size={18} aria-hidden />
          {t('duty.title')}
        </Link>
        <PageHeading title={t(`duty.kind.${duty.kind}`)}>
          <Vi>{duty.text}</Vi>
        </PageHeading>
      </div>
      <DutySheet duty={duty} />
    </>
  );
}

function DutySheet({ duty }: { duty: Duty }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const uploads = useHandIn(duty.id);
  const own = me?.office === duty.unit;
  const address = () => `/v1/duties/${duty.id}/paper`;
  const papers = duty.paper ? [duty.paper] : [];
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('dossier.plan'), duty.plan_title],
    [t('duty.unit'), duty.unit_name],
    [t('duty.to'), duty.to.map((each) => each.office_name ?? each.office_role).join(', ')],
    [t('duty.day'), formatDate(duty.due)],
    [t('duty.doneAt'), duty.done_at && formatInstant(duty.done_at)],
  ];
  return (
    <section className={styles.card}>
      <div className={styles.tags}>
        <DutyTag duty={duty} today={me?.today ?? ''} />
      </div>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([word, value]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>
                <Vi>{value}</Vi>
              </dd>
            </div>
          ))}
      </dl>
      {duty.source.clause && <p className={styles.soft}>{t('criteria.clause', { clause: duty.source.clause })}</p>}
      {duty.due_assumed && <p className={styles.soft}>{t('app.assumedWhy', { basis: duty.due_basis ?? '' })}</p>}
      {duty.reopened && (
        <p className={styles.warning}>
          {t('duty.reopened', {
            name: duty.names.people[duty.reopened.person] ?? '',
            date: formatDate(duty.reopened.at),
            reason: personalText(duty.reopened.reason) ?? t('opinions.erased'),
          })}
        </p>
      )}
      {own && duty.state === 'open' ? (
        <PaperSlot slot={slot} title={t('duty.paper')} level={2} papers={papers} uploads={uploads} address={address} />
      ) : (
        <PaperVersions papers={papers} address={address} />
      )}
    </section>
  );
}
