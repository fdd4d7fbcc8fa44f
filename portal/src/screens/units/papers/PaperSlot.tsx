// One slot: whether its paper is there, its versions, and a place to bring a new one by button or by dragging.
import { Button, NativeSelect } from '@mantine/core';
import { Check, Upload as UploadIcon, X } from 'lucide-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import type { Schema } from '../../../api/client';
import { limits, mebibyte } from '../../../api/limits';
import { fileFault, type FileFault, mediaTypes } from '../../../parts/UploadQueue';
import { Tag } from '../../../parts/Tag';
import { useWords } from '../../../words/WordsProvider';
import styles from './Papers.module.css';
import { PaperVersions } from './PaperVersions';
import { UploadItem } from './UploadItem';
import type { Uploads } from './useUploads';

const kinds: readonly Schema['PaperKind'][] = ['scanned', 'digitally_signed', 'on_paper'];

interface PaperSlotProps {
  readonly id?: string;
  readonly slot: string;
  readonly title?: string;
  readonly level?: 2 | 3;
  readonly note?: string | undefined;
  readonly source?: Schema['Source'] | undefined;
  readonly papers: readonly Schema['Paper'][];
  readonly uploads: Uploads;
  /** Where the bytes of a paper are read. */
  address(paper: Schema['Paper']): string;
}

export function PaperSlot({ id, slot, title, level = 3, note, source, papers, uploads, address }: PaperSlotProps) {
  const { t, lookUp } = useWords();
  const [kind, setKind] = useState<string>('scanned');
  const [fault, setFault] = useState<{ name: string; why: FileFault }>();
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const heading = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  const present = papers.some((paper) => !paper.superseded);
  const bring = (file: File | null | undefined) => {
    if (!file) return;
    const why = fileFault(file);
    setFault(why && { name: file.name, why });
    if (!why) uploads.queue.add(slot, kind, file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    bring(event.dataTransfer.files.item(0));
  };
  return (
    <section className={styles.slot} aria-labelledby={heading}>
      <div className={styles.slotHead}>
        <Heading id={heading}>{title ?? lookUp(`slot.${slot}`, slot)}</Heading>
        <Tag tone={present ? 'ok' : 'late'} icon={present ? Check : X}>
          {t(present ? 'papers.present' : 'papers.missing')}
        </Tag>
      </div>
      {note && <p className={styles.soft}>{note}</p>}
      {source?.clause && <p className={styles.soft}>{t('criteria.clause', { clause: source.clause })}</p>}
      {source?.assumed && <p className={styles.soft}>{t('app.assumedWhy', { basis: source.basis ?? '' })}</p>}
      <PaperVersions papers={papers} address={address} />
      {/* Dragging is a convenience beside the button, which does the same. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a file can also be brought by the button inside. */}
      <div
        className={styles.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <NativeSelect
          label={t('draft.paperKind')}
          value={kind}
          data={kinds.map((each) => ({ value: each, label: t(`draft.paperKind.${each}`) }))}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
        <Button
          id={id}
          variant={present ? 'default' : 'light'}
          leftSection={<UploadIcon size={18} aria-hidden />}
          onClick={() => chooser.current?.click()}
        >
          {t(present ? 'draft.replace' : 'draft.choose')}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept={mediaTypes.join(',')}
          aria-labelledby={heading}
          data-slot={slot}
          onChange={(event) => {
            bring(event.currentTarget.files?.item(0));
            event.currentTarget.value = '';
          }}
        />
        <p className={styles.limits}>{t('draft.limits', { n: limits.paper / mebibyte })}</p>
      </div>
      {fault && (
        <p className={styles.fault} role="alert">
          {t(`draft.file.${fault.why}`, { name: fault.name, n: limits.paper / mebibyte })}
        </p>
      )}
      <ul className={styles.uploads}>
        {uploads.uploads
          .filter((upload) => upload.slot === slot)
          .map((upload) => (
            <UploadItem key={upload.id} upload={upload} queue={uploads.queue} />
          ))}
      </ul>
    </section>
  );
}
