// A horizontal bar as long as its share of the longest; the number stands beside it.
import styles from './Board.module.css';

export function Bar({ value, most, tone }: { value: number; most: number; tone: 'primary' | 'late' | 'warn' | 'draft' }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" data-tone={tone} aria-hidden>
      <rect width={100} height={10} />
      <rect width={most > 0 ? (100 * value) / most : 0} height={10} />
    </svg>
  );
}
