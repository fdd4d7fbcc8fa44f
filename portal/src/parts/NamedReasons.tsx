// Why something cannot be done to some of many dossiers: each reason with the codes of those it stands against.
import type { Reason } from '../api/Refusal';
import { useWords } from '../words/WordsProvider';

interface NamedReasonsProps {
  readonly reasons: readonly Reason[];
  readonly className?: string | undefined;
}

export function NamedReasons({ reasons, className }: NamedReasonsProps) {
  const { say } = useWords();
  return (
    <ul className={className}>
      {reasons.map(({ code, pointer, details, sentence }) => (
        <li key={code + pointer + details.of_dossier}>
          {details.of_dossier && <strong>{details.of_dossier}: </strong>}
          {say(sentence)}
        </li>
      ))}
    </ul>
  );
}
