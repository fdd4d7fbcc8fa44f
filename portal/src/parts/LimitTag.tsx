// The working days a dossier has left at its stage, or by how many it is late.
import { Clock, PauseCircle, TriangleAlert } from 'lucide-react';
import type { Schema } from '../api/client';
import { useWords } from '../words/WordsProvider';
import { Tag } from './Tag';

export function LimitTag({ limit }: { limit: Schema['StageLimit'] }) {
  const { t } = useWords();
  const left = limit.working_days - limit.elapsed;
  if (limit.paused) {
    return (
      <Tag tone="paused" icon={PauseCircle}>
        {t('due.paused')}
      </Tag>
    );
  }
  if (limit.overdue) {
    return (
      <Tag tone="late" icon={TriangleAlert}>
        {t('due.overdueDays', { n: Math.max(-left, 1) })}
      </Tag>
    );
  }
  return (
    <Tag tone={left <= 1 ? 'warn' : 'draft'} icon={Clock}>
      {left <= 1 ? t('due.today') : t('due.leftDays', { n: left })}
    </Tag>
  );
}
