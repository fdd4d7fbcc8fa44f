// One bar made of parts; whoever shows it says the numbers beside it in words.
import styles from './ShareBar.module.css';

export interface Share {
  readonly tone: 'ok' | 'warn' | 'paused' | 'late';
  readonly n: number;
}

const width = 1000;

/** Parts of nothing are left out; `gap` is in thousandths of the bar. */
export function ShareBar({ shares, gap, className }: { shares: readonly Share[]; gap: number; className: string | undefined }) {
  const parts = shares.filter(({ n }) => n > 0);
  const total = parts.reduce((sum, { n }) => sum + n, 0);
  let start = 0;
  return (
    <svg className={className} viewBox={`0 0 ${width} 16`} preserveAspectRatio="none" aria-hidden>
      {parts.map(({ tone, n }, at) => {
        const from = start;
        const share = (width * n) / total;
        start += share;
        const apart = at + 1 < parts.length ? gap : 0;
        return (
          <rect key={tone} className={styles.piece} data-tone={tone} x={from} width={Math.max(share - apart, 2)} height={16} />
        );
      })}
    </svg>
  );
}
