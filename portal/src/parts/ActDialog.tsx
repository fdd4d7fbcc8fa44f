// A button that opens a dialog with the fields of one act, sends it, and says what came of it.
import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useWords } from '../words/WordsProvider';
import { Dialog } from './Dialog';
import styles from './layout.module.css';
import { tell } from './Toast';
import { Trouble } from './Trouble';

interface ActDialogProps {
  readonly label: string;
  /** Of the dialog; the label when absent. */
  readonly title?: string;
  /** On the button that sends; the label when absent. */
  readonly submit?: string;
  readonly text?: ReactNode;
  readonly primary?: boolean;
  readonly danger?: boolean;
  /** Without a border and low, for acts that every row of a table has. */
  readonly quiet?: boolean;
  readonly done?: string;
  readonly children?: ReactNode;
  /** Sends what the form holds; what it throws is shown, and the form stays. */
  run(form: FormData): Promise<unknown>;
}

export function ActDialog(props: ActDialogProps) {
  const { label, title = label, submit = label, text, primary = false, danger = false, quiet = false, done, children, run } = props;
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const close = () => {
    setOpen(false);
    setError(undefined);
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    setPending(true);
    setError(undefined);
    try {
      await run(form);
      close();
      if (done) tell(done);
    } catch (fault) {
      setError(fault);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Button
        variant={primary ? 'filled' : quiet ? 'subtle' : 'default'}
        size={quiet ? 'compact-sm' : undefined}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Dialog title={title} open={open} onClose={close}>
        <form className={styles.form} onSubmit={send}>
          {text && <div>{text}</div>}
          {children}
          {error !== undefined && <Trouble error={error} title={t('decide.problem')} />}
          <div className={styles.tools}>
            <Button type="submit" className={danger ? styles.danger : undefined} loading={pending}>
              {submit}
            </Button>
            <Button variant="default" onClick={close}>
              {t('app.close')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
