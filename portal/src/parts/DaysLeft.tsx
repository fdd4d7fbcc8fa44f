// Of a limit that runs: the working days that are left, or by how many it has passed; without a calendar for them the date.
import { Clock, TriangleAlert } from 'lucide-react';
import { useMe } from '../api/me';
import { formatDate } from '../words/format';
import { useWords } from '../words/WordsProvider';
import { Tag } from './Tag';

interface DaysLeftProps {
  readonly due: string;
  readonly overdue: boolean | undefined;
  readonly days: number | undefined;
}

export function DaysLeft({ due, overdue, days }: DaysLeftProps) {
  const { t } = useWords();
  const { data: me } = useMe();
  if (overdue) {
    return (
      <Tag tone="late" icon={TriangleAlert}>
        {days === undefined ? t('due.overdue') : t('due.overdueDays', { n: Math.max(-days, 1) })}
      </Tag>
    );
  }
  return due === me?.today ? (
    <Tag tone="warn" icon={Clock}>
      {t('due.today')}
    </Tag>
  ) : (
    <Tag tone="draft" icon={Clock}>
      {days === undefined ? formatDate(due) : t('due.leftDays', { n: days })}
    </Tag>
  );
}
