// All the figures of one name, a row for each year the criteria look at.
import type { PlanFigure } from '../../../../api/planRules';
import { useWords } from '../../../../words/WordsProvider';
import type { NeededFigure } from '../neededFigures';
import { FigureRow } from './FigureRow';
import styles from './Figures.module.css';

interface FigureTableEditorProps {
  readonly needed: NeededFigure;
  readonly figure: PlanFigure | undefined;
}

export function FigureTableEditor({ needed, figure }: FigureTableEditorProps) {
  const { t } = useWords();
  const name = figure?.name ?? needed.id;
  const unit = figure?.unit ? ` (${figure.unit})` : '';
  const rows =
    needed.years.length > 0
      ? needed.years.map((year) => ({ pointer: `/figures/yearly/${needed.id}/${year}`, label: String(year), name: `${name}, ${year}` }))
      : [{ pointer: `/figures/single/${needed.id}`, label: t('draft.once'), name }];
  return (
    <table className={styles.table}>
      <caption lang="vi">
        {name}
        {unit}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('content.year')}</th>
          <th scope="col">{t('content.value')}</th>
          <th scope="col">{t('content.source')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FigureRow key={row.pointer} {...row} />
        ))}
      </tbody>
    </table>
  );
}
