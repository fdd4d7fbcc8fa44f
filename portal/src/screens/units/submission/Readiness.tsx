// Whether a draft has everything it needs to be signed, or how much it lacks.
import { Check, TriangleAlert } from 'lucide-react';
import { useCheck } from '../../../api/dossier';
import { Tag } from '../../../parts/Tag';
import { useWords } from '../../../words/WordsProvider';

export function Readiness({ dossier }: { dossier: string }) {
  const { t } = useWords();
  const { data: check } = useCheck(dossier);
  if (!check) return null;
  return check.complete ? (
    <Tag tone="ok" icon={Check}>
      {t('submission.ready')}
    </Tag>
  ) : (
    <Tag tone="warn" icon={TriangleAlert}>
      {t('submission.lacks', { n: check.missing?.length ?? 0 })}
    </Tag>
  );
}
