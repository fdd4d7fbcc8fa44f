// How far a decision is: open, signed, numbered.
import { CircleCheck, CircleDashed, FileCheck } from 'lucide-react';
import type { DecisionState } from '../../api/decisions';
import { Tag } from '../../parts/Tag';
import { useWords } from '../../words/WordsProvider';

const looks = {
  open: ['draft', CircleDashed],
  signed: ['primary', CircleCheck],
  numbered: ['ok', FileCheck],
} as const;

export function DecisionTag({ state }: { state: DecisionState }) {
  const { t } = useWords();
  const [tone, icon] = looks[state];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`decisions.state.${state}`)}
    </Tag>
  );
}
