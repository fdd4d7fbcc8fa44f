// Where a version stands on its way into use.
import { CircleCheck, CircleDashed, Clock, Package } from 'lucide-react';
import type { Schema } from '../../api/client';
import { Tag } from '../../parts/Tag';
import { useWords } from '../../words/WordsProvider';

const looks = {
  shipped: ['ok', Package],
  added: ['draft', CircleDashed],
  requested: ['warn', Clock],
  active: ['ok', CircleCheck],
} as const;

export function DefinitionTag({ state }: { state: Schema['DefinitionState'] }) {
  const { t } = useWords();
  const [tone, icon] = looks[state];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`admin.definition.${state}`)}
    </Tag>
  );
}
