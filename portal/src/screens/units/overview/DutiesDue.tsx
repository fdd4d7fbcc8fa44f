// What the unit still owes under its plans, the earliest first.
import { Link } from 'wouter';
import { useDuties } from '../../../api/duties';
import { Trouble } from '../../../parts/Trouble';
import { useWords } from '../../../words/WordsProvider';
import { DutyItem } from '../duties/DutyItem';
import styles from '../Units.module.css';

const shown = 5;

export function DutiesDue({ unit, today }: { unit: string; today: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useDuties(unit, { state: 'open' });
  const duties = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles.card} aria-labelledby="duties-title">
      <h2 id="duties-title">{t('duty.title')}</h2>
      {error && <Trouble error={error} retry={refetch} />}
      {data && duties.length === 0 && <p>{t('duty.none')}</p>}
      <ul className={styles.lines}>
        {duties.slice(0, shown).map((duty) => (
          <DutyItem key={duty.id} duty={duty} today={today} />
        ))}
      </ul>
      <Link href="/duties">{t('duty.all')}</Link>
    </section>
  );
}
