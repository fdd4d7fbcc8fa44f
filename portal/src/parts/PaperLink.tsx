// A link that downloads one paper of a dossier.
import type { Paper } from '../api/dossier';
import { useWords } from '../words/WordsProvider';

export function PaperLink({ dossier, paper }: { dossier: string; paper: Paper }) {
  const { lookUp } = useWords();
  return (
    <a href={`/v1/dossiers/${dossier}/papers/${paper.id}`} download>
      {lookUp(`slot.${paper.slot}`, paper.slot)}
    </a>
  );
}
