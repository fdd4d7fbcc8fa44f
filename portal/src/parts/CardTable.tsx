// A table that on telephones becomes cards, each value under the name of its column.
import type { ReactNode } from 'react';
import styles from './CardTable.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** Whether it holds numbers, which stand at the right. */
  readonly numeric?: boolean;
  /** Whether it names the row. */
  readonly heads?: boolean;
  cell(row: Row): ReactNode;
}

interface CardTableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  keyOf(row: Row): string;
}

export function CardTable<Row>({ caption, captionHidden = true, columns, rows, keyOf }: CardTableProps<Row>) {
  return (
    <table className={styles.table}>
      <caption className={captionHidden ? 'visually-hidden' : styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-numeric={column.numeric || undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) =>
              column.heads ? (
                <th key={column.key} scope="row" data-label={column.label}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} data-label={column.label} data-numeric={column.numeric || undefined}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
