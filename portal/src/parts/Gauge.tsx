// A half ring that shows how far the places of a quota are used; the words beside it say the same.
import styles from './Gauge.module.css';
import type { Gauge as Parts } from './quota';

const radius = 52;
const length = Math.PI * radius;
const gap = 2;
const arc = `M 8 60 A ${radius} ${radius} 0 0 1 ${8 + 2 * radius} 60`;

interface GaugeProps {
  readonly parts: Parts;
  readonly text: string;
  readonly figure: string;
}

export function Gauge({ parts, text, figure }: GaugeProps) {
  const pieces = (['consumed', 'reserved', 'waiting'] as const).filter((name) => parts[name] > 0);
  let start = 0;
  return (
    <svg className={styles.gauge} viewBox="0 0 120 70" role="img" aria-label={text}>
      <path d={arc} className={styles.track} />
      {pieces.map((name) => {
        const from = start;
        start += parts[name] * length;
        const drawn = Math.max(parts[name] * length - gap, 1);
        return (
          <path
            key={name}
            d={arc}
            className={styles.piece}
            data-part={name}
            strokeDasharray={`${drawn} ${length * 2}`}
            strokeDashoffset={-from}
          />
        );
      })}
      <text x={60} y={58} textAnchor="middle" className={styles.figure} aria-hidden>
        {figure}
      </text>
    </svg>
  );
}
