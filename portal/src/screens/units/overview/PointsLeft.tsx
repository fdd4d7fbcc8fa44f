// How many points of a return are open.
import { Undo2 } from 'lucide-react';
import { useDossier } from '../../../api/dossier';
import { Tag } from '../../../parts/Tag';
import { useWords } from '../../../words/WordsProvider';

export function PointsLeft({ dossier }: { dossier: string }) {
  const { t } = useWords();
  const { data } = useDossier(dossier);
  const open = data?.points.filter((point) => point.open).length ?? 0;
  if (open === 0) return null;
  return (
    <Tag tone="warn" icon={Undo2}>
      {t('dossier.openPoints', { n: open })}
    </Tag>
  );
}
