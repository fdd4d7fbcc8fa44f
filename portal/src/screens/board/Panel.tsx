// One picture of the board: its heading, what it shows, and the file of its numbers.
import type { ReactNode } from 'react';
import { CsvButton } from '../../parts/CsvButton';
import layout from '../../parts/layout.module.css';

interface PanelProps {
  readonly title: string;
  readonly text?: string;
  readonly file: string;
  readonly rows: readonly (readonly (string | number)[])[];
  readonly children: ReactNode;
}

export function Panel({ title, text, file, rows, children }: PanelProps) {
  return (
    <section className={layout.card} aria-label={title}>
      <div className={layout.cardHead}>
        <h2>{title}</h2>
        {rows.length > 1 && <CsvButton name={file} rows={rows} />}
      </div>
      {text && <p className={layout.soft}>{text}</p>}
      {children}
    </section>
  );
}
