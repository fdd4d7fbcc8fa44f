// Why something cannot be done to a decision now, in the server's sentences.
import type { Reason } from '../../api/Refusal';
import layout from '../../parts/layout.module.css';
import { useWords } from '../../words/WordsProvider';

export function WhyNot({ reasons }: { reasons: readonly Reason[] }) {
  const { say } = useWords();
  return (
    <ul className={layout.soft}>
      {reasons.map((reason) => (
        <li key={reason.code + reason.pointer + reason.details.of_dossier}>{say(reason.sentence)}</li>
      ))}
    </ul>
  );
}
