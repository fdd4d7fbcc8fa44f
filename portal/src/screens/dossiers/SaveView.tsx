// Saves the filter that is on under a name.
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { DossierFilter } from '../../api/lists';
import { useSaveView } from '../../api/views';
import { Dialog } from '../../parts/Dialog';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import styles from './Dossiers.module.css';

export function SaveView({ filter }: { filter: DossierFilter }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const save = useSaveView();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).normalize('NFC').trim();
    save.mutate({ name, filter }, { onSuccess: () => setOpen(false) });
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('views.save')}
      </Button>
      <Dialog title={t('views.save')} open={open} onClose={() => setOpen(false)}>
        <form className={styles.dialogForm} onSubmit={send}>
          <TextInput name="name" label={t('views.name')} maxLength={100} required withAsterisk={false} />
          {save.error && <Trouble error={save.error} title={t('decide.problem')} />}
          <Button type="submit" loading={save.isPending}>
            {t('views.save')}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
