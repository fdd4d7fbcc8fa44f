// One duty of a list: what is owed, until when, and whether it is late.
import { Check, Clock, TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import type { DutyLine } from '../../../api/duties';
import { Tag } from '../../../parts/Tag';
import { Vi } from '../../../parts/Vi';
import { formatDate } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';

export function DutyTag({ duty, today }: { duty: DutyLine; today: string }) {
  const { t } = useWords();
  const date = formatDate(duty.due);
  if (duty.state === 'done') {
    return (
      <Tag tone="ok" icon={Check}>
        {t('duty.done')}
      </Tag>
    );
  }
  if (duty.late) {
    return (
      <Tag tone="late" icon={TriangleAlert}>
        {t('duty.late', { date })}
      </Tag>
    );
  }
  return (
    <Tag tone={duty.due === today ? 'warn' : 'draft'} icon={Clock}>
      {t('duty.due', { date })}
    </Tag>
  );
}

export function DutyItem({ duty, today }: { duty: DutyLine; today: string }) {
  const { t } = useWords();
  return (
    <li className={styles.line}>
      <div className={styles.said}>
        <Link href={`/duties/${duty.id}`}>
          <Vi>{duty.text}</Vi>
        </Link>
        <span className={styles.soft}>
          {t(`duty.kind.${duty.kind}`)} · {duty.due.slice(0, 4)}
        </span>
      </div>
      <DutyTag duty={duty} today={today} />
    </li>
  );
}
