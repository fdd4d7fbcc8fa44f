// A chain of events as a strip of blocks that turn green one after the other; the first broken one is red.
import { useWords } from '../../words/WordsProvider';
import { type Block, blocksOf, blocksRead } from './blocks';
import styles from './Audit.module.css';

interface ChainStripProps {
  readonly events: number;
  readonly broken: number | undefined;
}

const step = 12;

export function ChainStrip({ events, broken }: ChainStripProps) {
  const { t } = useWords();
  const text =
    broken === undefined ? t('audit.stripIntact', { n: events }) : t('audit.stripBroken', { n: events, at: broken });
  return <Strip blocks={blocksOf(events, broken)} text={text} />;
}

/** How far a verification is. */
export function ReadStrip({ done, total }: { done: number; total: number }) {
  const { t } = useWords();
  return <Strip blocks={blocksRead(done, total)} text={t('jobs.phase.verify.of', { done, total })} />;
}

function Strip({ blocks, text }: { blocks: readonly Block[]; text: string }) {
  const perRow = 30;
  const rows = Math.ceil(blocks.length / perRow);
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${perRow * step} ${Math.max(rows, 1) * step}`}
      role="img"
      aria-label={text}
    >
      {blocks.map((block, index) => {
        const x = (index % perRow) * step + 1;
        const y = Math.floor(index / perRow) * step + 1;
        return (
          <g key={block.from} data-state={block.state} data-turn={Math.min(Math.floor(index / 6), 9)}>
            <rect x={x} y={y} width={10} height={10} rx={2} />
            {block.state === 'broken' && <path d={`M ${x + 2.5} ${y + 2.5} l 5 5 m 0 -5 l -5 5`} />}
          </g>
        );
      })}
    </svg>
  );
}
