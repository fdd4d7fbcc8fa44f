// How many working days a stage took those who passed it, against what it is allowed; opens their list.
import { TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import type { Schema } from '../../api/client';
import { useWords } from '../../words/WordsProvider';
import { type DossierAddress, dossierAddress } from '../dossiers/address';
import styles from './Board.module.css';

export type StageTime = Schema['Durations']['items'][number];

export function FunnelDays({ time, base }: { time: StageTime | undefined; base: DossierAddress }) {
  const { t } = useWords();
  if (!time) return null;
  const slow = time.limit !== undefined && time.median > time.limit;
  return (
    <span className={styles.days} data-slow={slow || undefined}>
      {slow && <TriangleAlert size={15} aria-hidden />}
      <Link href={dossierAddress({ ...base, passed: [time.stage] })}>{t('desk.passed', { n: time.dossiers })}</Link>
      <span>{t('desk.took', { median: time.median, p90: time.p90 })}</span>
      {time.limit !== undefined && <span>{t('desk.allowed', { n: time.limit })}</span>}
    </span>
  );
}
