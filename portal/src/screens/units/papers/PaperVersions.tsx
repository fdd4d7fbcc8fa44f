// Every version of a paper, the newest first; none is ever overwritten.
import { Tag } from '../../../parts/Tag';
import type { Schema } from '../../../api/client';
import { formatSize } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import styles from './Papers.module.css';

interface PaperVersionsProps {
  readonly papers: readonly Schema['Paper'][];
  address(paper: Schema['Paper']): string;
}

export function PaperVersions({ papers, address }: PaperVersionsProps) {
  const { t, language } = useWords();
  if (papers.length === 0) return null;
  return (
    <ul className={styles.versions}>
      {papers
        .map((paper, index) => ({ paper, number: index + 1 }))
        .reverse()
        .map(({ paper, number }) => (
          <li key={paper.id}>
            <a href={address(paper)} download>
              {t('draft.version', { n: number })}
            </a>
            <span className={styles.soft}>
              {t(`paperKind.${paper.kind}`)} · {formatSize(paper.size, language)}
            </span>
            {paper.superseded && <Tag tone="draft">{t('papers.older')}</Tag>}
            <code className={styles.hash}>{t('draft.commitment', { hash: paper.commitment.slice(0, 16) })}</code>
          </li>
        ))}
    </ul>
  );
}
