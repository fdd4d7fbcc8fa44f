// One file on its way: how far, what stopped it, and the receipt once it is there.
import { Button } from '@mantine/core';
import { CircleCheck, CloudOff, TriangleAlert } from 'lucide-react';
import type { PaperSent } from '../../../api/papers';
import { refusalWords } from '../../../api/refusalWords';
import type { UploadQueue } from '../../../parts/UploadQueue';
import { formatSize } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import { Receipts } from '../receipt/Receipts';
import styles from './Papers.module.css';
import type { PaperUpload } from './useUploads';

interface UploadItemProps {
  readonly upload: PaperUpload;
  readonly queue: UploadQueue<PaperSent>;
}

export function UploadItem({ upload, queue }: UploadItemProps) {
  const speech = useWords();
  const { t, language } = speech;
  const { id, file, status, sent, error, done } = upload;
  const percent = Math.min(100, Math.round((100 * sent) / file.size));
  const going = status === 'sending' || status === 'waiting';
  const Icon = status === 'cut' ? CloudOff : status === 'refused' ? TriangleAlert : CircleCheck;
  const faults = status === 'refused' ? refusalWords(error, speech) : undefined;
  const words = {
    waiting: t('draft.upload.waiting'),
    sending: t('draft.upload.sending', { percent }),
    done: t('draft.upload.done', { size: formatSize(file.size, language) }),
    cut: t('draft.upload.cut', { percent }),
    refused: t('draft.upload.refused', { why: faults?.message ?? '' }),
  };
  return (
    <li className={styles.upload} data-status={status}>
      <p className={styles.uploadName}>{file.name}</p>
      {going && <progress value={percent} max={100} aria-label={file.name} />}
      <p role="status" className={styles.uploadWords}>
        {!going && <Icon size={16} aria-hidden />}
        {words[status]}
      </p>
      {faults?.details.map((each) => (
        <p key={each.pointer + each.text} className={styles.soft}>
          {each.text}
        </p>
      ))}
      {done && <Receipts receipts={done.receipts} />}
      <div className={styles.uploadActs}>
        {status === 'cut' && (
          <Button size="sm" onClick={() => queue.retry(id)}>
            {t('draft.upload.retry')}
          </Button>
        )}
        {status !== 'done' && (
          <Button size="sm" variant="default" onClick={() => queue.remove(id)}>
            {t(going ? 'draft.upload.cancel' : 'draft.upload.remove')}
          </Button>
        )}
      </div>
    </li>
  );
}
