// The dossiers of the letter: whom each nominates, for what, where it is, and where to go on.
import { Link } from 'wouter';
import type { Occasion } from '../../../api/occasions';
import { isWithUnit } from '../../../api/phases';
import type { Submission } from '../../../api/submissions';
import { StateTag } from '../../../parts/StateTag';
import { Vi } from '../../../parts/Vi';
import { useWords } from '../../../words/WordsProvider';
import { draftAddress } from '../draft/addresses';
import styles from '../Units.module.css';
import { Readiness } from './Readiness';

interface DossiersOfLotProps {
  readonly submission: Submission;
  readonly occasion: Occasion;
  readonly own: boolean;
}

export function DossiersOfLot({ submission, occasion, own }: DossiersOfLotProps) {
  const { t } = useWords();
  const { dossiers } = submission;
  return (
    <section className={styles.card}>
      <h2>{t('submission.dossiers', { n: dossiers.length })}</h2>
      {dossiers.length === 0 && <p>{t('submission.empty')}</p>}
      <ul className={styles.lines}>
        {dossiers.map((line) => {
          const mine = own && isWithUnit(line);
          return (
            <li key={line.id} className={styles.line}>
              <div className={styles.said}>
                <Link href={mine ? draftAddress(line.id) : `/dossiers/${line.id}`} className={styles.name}>
                  {line.nominee_name ? <Vi>{line.nominee_name}</Vi> : t('draft.unnamed')}
                </Link>
                <span className={styles.soft}>
                  {line.code} · {t(`kind.${line.subject_kind}`)} · <Vi>{occasion.form_names[line.form] ?? line.form}</Vi>
                </span>
              </div>
              <div className={styles.tags}>
                {mine && <Readiness dossier={line.id} />}
                <StateTag phase={line.phase} state={line.visible_state} />
                {own && !mine && (
                  <Link href={`/dossiers/${line.id}/receipt`}>
                    {t('submission.receipt')} <span className="visually-hidden">{line.code}</span>
                  </Link>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
