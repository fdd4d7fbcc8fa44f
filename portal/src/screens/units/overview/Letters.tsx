// The unit's letters, each with its unfinished dossiers and where each of them is.
import { Link } from 'wouter';
import type { DossierLine } from '../../../api/lists';
import { useOccasion } from '../../../api/occasions';
import { isWithUnit } from '../../../api/phases';
import { useSubmissions } from '../../../api/submissions';
import type { Schema } from '../../../api/client';
import { Loading } from '../../../parts/Loading';
import { StateTag } from '../../../parts/StateTag';
import { Trouble } from '../../../parts/Trouble';
import { Vi } from '../../../parts/Vi';
import { formatDate } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import { draftAddress } from '../draft/addresses';
import styles from '../Units.module.css';
import { WhereItIs } from './WhereItIs';

export function Letters({ unit, lines }: { unit: string; lines: readonly DossierLine[] }) {
  const { t } = useWords();
  const { data: letters, error, refetch } = useSubmissions(unit);
  const newestFirst = [...(letters ?? [])].reverse();
  return (
    <section className={styles.card} aria-labelledby="letters-title">
      <h2 id="letters-title">{t('units.letters')}</h2>
      {error && <Trouble error={error} retry={refetch} />}
      {!letters && !error && <Loading />}
      {letters?.length === 0 && <p>{t('units.noLetters')}</p>}
      <ul className={styles.letters}>
        {newestFirst.map((letter) => (
          <Letter key={letter.id} letter={letter} lines={lines.filter((line) => line.submission === letter.id)} />
        ))}
      </ul>
    </section>
  );
}

function Letter({ letter, lines }: { letter: Schema['SubmissionLine']; lines: readonly DossierLine[] }) {
  const { t } = useWords();
  const { data: occasion } = useOccasion(letter.occasion);
  const number = letter.letter
    ? t('submission.letterNo', { number: letter.letter.number, date: letter.letter.date ? formatDate(letter.letter.date) : '–' })
    : t('submission.unnumbered');
  return (
    <li className={styles.letter}>
      <h3>
        <Link href={`/submissions/${letter.id}`}>{number}</Link>
      </h3>
      <p className={styles.soft}>
        <Vi>{occasion?.name}</Vi>
      </p>
      {lines.length === 0 && <p className={styles.soft}>{t('units.allDone')}</p>}
      <ul className={styles.lines}>
        {lines.map((line) => {
          const mine = isWithUnit(line);
          return (
            <li key={line.id} className={styles.line}>
              <div className={styles.said}>
                <Link href={mine ? draftAddress(line.id) : `/dossiers/${line.id}`}>
                  {line.nominee_name ? <Vi>{line.nominee_name}</Vi> : t('draft.unnamed')}
                </Link>
                <span className={styles.soft}>
                  {line.code}
                  {!mine && line.office_name && ` · ${t('units.at', { office: line.office_name })}`}
                </span>
              </div>
              <div className={styles.tags}>
                {!mine && <WhereItIs dossier={line.id} />}
                <StateTag phase={line.phase} state={line.visible_state} />
              </div>
            </li>
          );
        })}
      </ul>
    </li>
  );
}
