// Figures in a table: one name with a row for each year, or the figures without years with a row for each.
import { useWords } from '../../../../words/WordsProvider';
import { FigureRow } from './FigureRow';
import styles from './Figures.module.css';

interface FigureTableEditorProps {
  readonly caption: string;
  readonly first: string;
  readonly rows: readonly { readonly pointer: string; readonly label: string; readonly name: string }[];
}

export function FigureTableEditor({ caption, first, rows }: FigureTableEditorProps) {
  const { t } = useWords();
  return (
    <table className={styles.table}>
      <caption lang="vi">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
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
