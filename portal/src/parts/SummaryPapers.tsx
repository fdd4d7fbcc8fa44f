// The papers that stand in a dossier now, each a link to its bytes.
import type { Dossier } from '../api/dossier';
import { formatSize } from '../words/format';
import { useWords } from '../words/WordsProvider';
import styles from './DossierSummary.module.css';
import { PaperLink } from './PaperLink';

export function SummaryPapers({ dossier }: { dossier: Dossier }) {
  const { t, language } = useWords();
  const papers = dossier.papers.filter((paper) => !paper.superseded);
  return (
    <section className={styles.part}>
      <h3>{t('summary.papers')}</h3>
      {papers.length === 0 && <p>{t('summary.noPapers')}</p>}
      <ul className={styles.part}>
        {papers.map((paper) => (
          <li key={paper.id} className={styles.paper}>
            <PaperLink dossier={dossier.id} paper={paper} />
            <span>{formatSize(paper.size, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
