// What an act on the whole letter did to each dossier, with the receipts.
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { LotCommand, Submission, SubmissionActed } from '../../../api/submissions';
import { useWords } from '../../../words/WordsProvider';
import { Receipts } from '../receipt/Receipts';
import styles from '../Units.module.css';

interface LotOutcomeProps {
  readonly command: LotCommand;
  readonly acted: SubmissionActed;
  readonly dossiers: Submission['dossiers'];
}

export function LotOutcome({ command, acted, dossiers }: LotOutcomeProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [acted]);
  const nameOf = (id: string) => dossiers.find((line) => line.id === id)?.nominee_name;
  return (
    <div className={styles.outcome} ref={box} role="status" tabIndex={-1}>
      <p className={styles.outcomeHead}>
        <CircleCheck size={18} aria-hidden />
        {t('submission.lotDone', { command: t(`command.${command}`), n: acted.dossiers.length })}
      </p>
      <ul className={styles.bullets}>
        {acted.dossiers.map((each) => (
          <li key={each.id}>
            <Link href={`/dossiers/${each.id}/receipt`}>{each.code}</Link> <span lang="vi">{nameOf(each.id)}</span>
          </li>
        ))}
      </ul>
      {acted.skipped.length > 0 && <p>{t('submission.skipped', { codes: acted.skipped.join(', ') })}</p>}
      <Receipts receipts={acted.receipts} />
    </div>
  );
}
