// Working days used against those allowed, as a bar and in numbers.
import type { Schema } from '../../api/client';
import { useWords } from '../../words/WordsProvider';
import styles from './RouteMap.module.css';

export function DaysUsed({ limit }: { limit: Schema['StageLimit'] }) {
  const { t } = useWords();
  const share = limit.working_days === 0 ? 1 : Math.min(limit.elapsed / limit.working_days, 1);
  return (
    <span className={styles.usage} data-overdue={limit.overdue || undefined}>
      <svg className={styles.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
        <rect width={100} height={6} />
        <rect width={100 * share} height={6} />
      </svg>
      {t('route.used', { used: limit.elapsed, allowed: limit.working_days })}
    </span>
  );
}
