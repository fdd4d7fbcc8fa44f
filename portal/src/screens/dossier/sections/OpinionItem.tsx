// One opinion: who, what verdict, and the words, unless they were erased.
import { Check, X } from 'lucide-react';
import { Tag } from '../../../parts/Tag';
import { useWords } from '../../../words/WordsProvider';
import { personalText } from '../personalText';
import styles from './Section.module.css';

interface OpinionItemProps {
  readonly who: string;
  readonly verdict?: string;
  readonly agrees?: boolean;
  readonly text?: { value?: unknown } | undefined;
  readonly note?: readonly (string | false | undefined)[];
}

export function OpinionItem({ who, verdict, agrees, text, note = [] }: OpinionItemProps) {
  const { t } = useWords();
  const tone = agrees === undefined ? 'primary' : agrees ? 'ok' : 'late';
  const icon = agrees === undefined ? undefined : agrees ? Check : X;
  return (
    <li className={styles.line}>
      <div className={styles.said}>
        <strong lang="vi">{who}</strong>
        {text && <blockquote className={styles.quote}>{personalText(text) ?? t('opinions.erased')}</blockquote>}
        {note.filter(Boolean).map((each) => (
          <p key={String(each)} className={styles.soft}>
            {each}
          </p>
        ))}
      </div>
      {verdict && (
        <Tag tone={tone} {...(icon && { icon })}>
          {verdict}
        </Tag>
      )}
    </li>
  );
}
