// All figures of a dossier with their years and sources.
import type { Schema } from '../../../api/client';
import { formatNumber } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import styles from './Section.module.css';

interface FigureTableProps {
  readonly content: Schema['FiguresRequest'];
  readonly figures: readonly { id: string; name: string; unit?: string }[];
}

export function FigureTable({ content, figures }: FigureTableProps) {
  const { t, language } = useWords();
  const single = Object.entries(content.single ?? {}).map(([id, figure]) => ({ id, year: '', ...figure }));
  const yearly = Object.entries(content.yearly ?? {}).flatMap(([id, years]) =>
    Object.entries(years).map(([year, figure]) => ({ id, year, ...figure })),
  );
  const rows = [...yearly, ...single];
  if (rows.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('content.figures')}</h2>
      <table className={styles.figures}>
        <thead>
          <tr>
            <th scope="col">{t('content.figure')}</th>
            <th scope="col">{t('content.year')}</th>
            <th scope="col">{t('content.value')}</th>
            <th scope="col">{t('content.source')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, year, value, source }) => {
            const known = figures.find((each) => each.id === id);
            return (
              <tr key={id + year}>
                <td lang="vi">{known?.name ?? id}</td>
                <td>{year}</td>
                <td>{[formatNumber(Number(value), language), known?.unit].filter(Boolean).join(' ')}</td>
                <td lang="vi">{source}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
