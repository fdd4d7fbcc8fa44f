// What came of one dossier of the batch.
import { CircleCheck, CircleDashed, CircleHelp, CircleX, Loader } from 'lucide-react';
import { refusalWords } from '../../api/refusalWords';
import type { DossierLine } from '../../api/lists';
import { Tag } from '../../parts/Tag';
import { Vi } from '../../parts/Vi';
import { useWords } from '../../words/WordsProvider';
import type { BatchEntry } from './batch';
import styles from './BatchReport.module.css';

const looks = {
  waiting: ['draft', CircleDashed],
  sending: ['primary', Loader],
  done: ['ok', CircleCheck],
  refused: ['late', CircleX],
  unknown: ['warn', CircleHelp],
} as const;

export function BatchLine({ entry, line }: { entry: BatchEntry; line: DossierLine | undefined }) {
  const speech = useWords();
  const [tone, icon] = looks[entry.state];
  const why = entry.error === undefined ? undefined : refusalWords(entry.error, speech);
  return (
    <li data-batch={entry.state}>
      <span className={styles.name}>
        <Vi>{line?.nominee_name ?? entry.id}</Vi> <span className={styles.code}>{line?.code}</span>
      </span>
      <Tag tone={tone} icon={icon}>
        {speech.t(`decisions.batch.${entry.state}`)}
      </Tag>
      {why && (
        <span className={styles.why}>
          {why.details.length > 0 ? why.details.map((each) => each.text).join(' ') : why.message}
        </span>
      )}
    </li>
  );
}
