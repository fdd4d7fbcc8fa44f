// The figures behind a criterion as bars, one per year, with the same numbers as text.
import type { Finding } from '../../../api/dossier';
import { formatNumber } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import styles from './FigureBars.module.css';

interface FigureBarsProps {
  readonly values: Finding['figures'];
  readonly figures: readonly { id: string; name: string; unit?: string }[];
  readonly failing: readonly number[];
}

export function FigureBars({ values, figures, failing }: FigureBarsProps) {
  const { t, language } = useWords();
  const ids = [...new Set(values.map((each) => each.figure))];
  return ids.map((id) => {
    const known = figures.find((each) => each.id === id);
    const own = values.filter((each) => each.figure === id);
    const largest = Math.max(...own.map((each) => Number(each.value)), 0) || 1;
    const sources = [...new Set(own.map((each) => each.source))].filter(Boolean);
    return (
      <figure key={id} className={styles.figure}>
        <figcaption lang="vi">{known?.name ?? id}</figcaption>
        <ul className={styles.bars}>
          {own.map((each) => (
            <li key={each.year ?? 0} data-failing={(each.year && failing.includes(each.year)) || undefined}>
              <span className={styles.year}>{each.year}</span>
              <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
                <rect width={100} height={10} />
                <rect width={(100 * Math.max(Number(each.value), 0)) / largest} height={10} />
              </svg>
              <strong>
                {formatNumber(Number(each.value), language)}
                {known?.unit && ` ${known.unit}`}
              </strong>
            </li>
          ))}
        </ul>
        {sources.length > 0 && <p className={styles.source}>{t('criteria.source', { source: sources.join('; ') })}</p>}
      </figure>
    );
  });
}
