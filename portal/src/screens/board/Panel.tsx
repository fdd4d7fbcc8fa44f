// One picture of the board: its heading, what it shows, and its numbers as a file.
import type { ReactNode } from 'react';
import type { Exported } from '../../api/jobs';
import { ExportButtons } from '../../parts/ExportButtons';
import layout from '../../parts/layout.module.css';

interface PanelProps {
  readonly title: string;
  readonly text?: string;
  /** None where there is nothing to take out. */
  readonly file?: Exported | undefined;
  readonly children: ReactNode;
}

export function Panel({ title, text, file, children }: PanelProps) {
  return (
    <section className={layout.card} aria-label={title}>
      <div className={layout.cardHead}>
        <h2>{title}</h2>
        {file && (
          <div className={layout.tools}>
            <ExportButtons {...file} of={title} />
          </div>
        )}
      </div>
      {text && <p className={layout.soft}>{text}</p>}
      {children}
    </section>
  );
}
