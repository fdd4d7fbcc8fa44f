// A dialog over the page; the browser keeps the focus inside and gives it back.
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../words/WordsProvider';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly children: ReactNode;
  /** Without it the dialog cannot be closed by hand. */
  onClose?(): void;
}

export function Dialog({ title, open, children, onClose }: DialogProps) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={heading}
      onClose={onClose}
      onCancel={(event) => !onClose && event.preventDefault()}
    >
      {open && (
        <>
          <div className={styles.head}>
            <h2 id={heading}>{title}</h2>
            {onClose && (
              <button type="button" className={styles.close} aria-label={t('app.close')} onClick={onClose}>
                <X size={20} aria-hidden />
              </button>
            )}
          </div>
          {children}
        </>
      )}
    </dialog>
  );
}
