// The state of a dossier as everybody sees it, in the words of the server.
import { CircleCheck, CircleDashed, CircleDot, CircleX, type LucideIcon, Undo2 } from 'lucide-react';
import type { Schema } from '../api/client';
import { useWords } from '../words/WordsProvider';
import { Tag, type Tone } from './Tag';

type Phase = Schema['Phase'];

const looks: Readonly<Record<Phase, readonly [Tone, LucideIcon]>> = {
  drafting: ['draft', CircleDashed],
  awaiting_receipt: ['draft', CircleDot],
  under_review: ['primary', CircleDot],
  proposed: ['primary', CircleDot],
  returned: ['warn', Undo2],
  decided: ['primary', CircleDot],
  signed: ['primary', CircleCheck],
  awarded: ['ok', CircleCheck],
  not_awarded: ['draft', CircleX],
  ineligible: ['late', CircleX],
  withdrawn: ['draft', CircleX],
  lapsed: ['draft', CircleX],
};

export function StateTag({ phase, state }: { phase: Phase; state: Schema['VisibleState'] }) {
  const { say } = useWords();
  const [tone, icon] = looks[phase];
  return (
    <Tag tone={tone} icon={icon}>
      {say(state)}
    </Tag>
  );
}
