// One thing the rules still want: the place by its name where it has one, else the sentence of the server; with the clause.
import { Link } from 'wouter';
import type { Reason } from '../../../api/Refusal';
import { useWords } from '../../../words/WordsProvider';
import { usePlaceName } from '../../dossier/usePlaceName';
import { fieldAddress } from './addresses';
import { useDesk } from './DraftContext';
import { taskOf } from './tasks';

const namedByPlace: readonly Reason['code'][] = ['content_incomplete', 'paper_missing'];

export function MissingThing({ reason }: { reason: Reason }) {
  const { t, say } = useWords();
  const { dossier } = useDesk();
  const placeName = usePlaceName(dossier);
  const { pointer = '', citation, assumed } = reason;
  const words = pointer && namedByPlace.includes(reason.code) ? placeName(pointer) : say(reason.sentence);
  const notes = [citation && t('decide.citation', { citation }), assumed && t('app.assumed')].filter(Boolean).join(', ');
  return (
    <li>
      {taskOf(pointer) === 'check' ? words : <Link href={fieldAddress(dossier.id, pointer)}>{words}</Link>}
      {notes && ` (${notes})`}
    </li>
  );
}
