// A small coloured word with an icon, so that colour never speaks alone.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Tag.module.css';

export type Tone = 'draft' | 'primary' | 'warn' | 'late' | 'ok' | 'state' | 'paused';

export function Tag({ tone, icon: Icon, children }: { tone: Tone; icon?: LucideIcon; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {Icon && <Icon size={15} aria-hidden />}
      <span>{children}</span>
    </span>
  );
}
