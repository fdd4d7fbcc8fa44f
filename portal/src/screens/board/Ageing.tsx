// How late dossiers are and how soon the others are due, in buckets of days.
import { useQueries } from '@tanstack/react-query';
import { Link } from 'wouter';
import { countsQuery } from '../../api/lists';
import { CardTable } from '../../parts/CardTable';
import { useWords } from '../../words/WordsProvider';
import { type DossierAddress, dossierAddress, filterOf } from '../dossiers/address';
import { Bar } from './Bar';
import styles from './Board.module.css';
import { bucketDays, lateness } from './figures';
import { Panel } from './Panel';

const tones = { late30: 'late', late8: 'late', late1: 'late', today: 'warn', week: 'primary', later: 'primary' } as const;

export function Ageing({ base, today }: { base: DossierAddress; today: string }) {
  const { t } = useWords();
  const lists = lateness.map((bucket): DossierAddress => ({ ...base, open: true, held: false, ...bucketDays(bucket, today) }));
  const answers = useQueries({ queries: lists.map((list) => countsQuery(filterOf(list, ''), ['phase'])) });
  const rows = lateness.map((bucket, at) => ({
    bucket,
    href: dossierAddress({ ...lists[at], order: 'due' }),
    count: answers[at]?.data?.total ?? 0,
    name: t(`board.bucket.${bucket}`),
  }));
  const most = Math.max(...rows.map(({ count }) => count), 0);
  const file = { filter: filterOf(base, ''), board: { pictures: ['ageing'] as const } };
  return (
    <Panel title={t('board.ageing')} text={t('board.ageingText')} file={file}>
      <ul className={styles.bars}>
        {rows.map(({ bucket, name, count, href }) => (
          <li key={bucket}>
            <span>{name}</span>
            <Bar value={count} most={most} tone={tones[bucket]} />
            <Link href={href}>{count}</Link>
          </li>
        ))}
      </ul>
      <details className={styles.table}>
        <summary>{t('board.asTable')}</summary>
        <CardTable
          caption={t('board.ageing')}
          rows={rows}
          keyOf={({ bucket }) => bucket}
          columns={[
            { key: 'due', label: t('list.due'), heads: true, cell: ({ name }) => name },
            {
              key: 'count',
              label: t('board.count'),
              numeric: true,
              cell: ({ href, count }) => <Link href={href}>{count}</Link>,
            },
          ]}
        />
      </details>
    </Panel>
  );
}
