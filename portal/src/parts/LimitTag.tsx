// How much time a dossier has left at its stage, as its own page tells it.
import { PauseCircle } from 'lucide-react';
import type { Schema } from '../api/client';
import { useWords } from '../words/WordsProvider';
import { DaysLeft } from './DaysLeft';
import { Tag } from './Tag';

export function LimitTag({ limit }: { limit: Schema['StageLimit'] }) {
  const { t } = useWords();
  if (limit.paused) {
    return (
      <Tag tone="paused" icon={PauseCircle}>
        {t('due.paused')}
      </Tag>
    );
  }
  return limit.due ? <DaysLeft due={limit.due} overdue={limit.overdue} days={limit.days_left} /> : null;
}
