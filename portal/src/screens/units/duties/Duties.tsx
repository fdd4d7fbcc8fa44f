// All duties of the unit by their day: open, late or handed in.
import { Button } from '@mantine/core';
import { Link, useSearch } from 'wouter';
import { type DutyFilter, useDuties } from '../../../api/duties';
import { useMe } from '../../../api/me';
import { Loading } from '../../../parts/Loading';
import { PageHeading } from '../../../parts/PageHeading';
import { Trouble } from '../../../parts/Trouble';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';
import { DutyItem } from './DutyItem';

const filters = {
  open: { state: 'open' },
  late: { late: true },
  done: { state: 'done' },
} as const satisfies Record<string, DutyFilter>;

type FilterName = keyof typeof filters;
const names = Object.keys(filters) as FilterName[];

export default function Duties() {
  const { t } = useWords();
  const { data: me } = useMe();
  const wanted = new URLSearchParams(useSearch()).get('state');
  const current = names.find((name) => name === wanted) ?? 'open';
  const list = useDuties(me?.office, filters[current]);
  const duties = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className={styles.header}>
        <PageHeading title={t('duty.title')} />
        <p className={styles.soft}>{me?.office_name}</p>
      </div>
      <nav aria-label={t('duty.filter')}>
        <ul className={styles.choices}>
          {names.map((name) => (
            <li key={name}>
              <Link href={`/duties?state=${name}`} className={styles.choice} aria-current={name === current ? 'page' : undefined}>
                {t(`duty.filter.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <section className={styles.card}>
        {list.isPending && <Loading />}
        {list.error && <Trouble error={list.error} retry={list.refetch} />}
        {list.isSuccess && duties.length === 0 && <p>{t('duty.noneHere')}</p>}
        <ul className={styles.lines}>
          {duties.map((duty) => (
            <DutyItem key={duty.id} duty={duty} today={me?.today ?? ''} />
          ))}
        </ul>
        {list.hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('duty.more')}
          </Button>
        )}
      </section>
    </>
  );
}
