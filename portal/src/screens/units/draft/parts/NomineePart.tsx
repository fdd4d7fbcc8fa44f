// Who is nominated.
import { TextInput } from '@mantine/core';
import { Vi } from '../../../../parts/Vi';
import { useWords } from '../../../../words/WordsProvider';
import styles from '../../Units.module.css';
import { fieldId } from '../addresses';
import { useDesk, useField } from '../DraftContext';
import { MissingHere } from './MissingHere';
import { PartHeading } from './PartHeading';

export function NomineePart() {
  const { t } = useWords();
  const { dossier } = useDesk();
  const name = useField('/nominee/name');
  const title = useField('/nominee/title');
  const individual = dossier.subject_kind === 'individual';
  return (
    <section className={styles.card}>
      <PartHeading name="nominee" />
      <dl className={styles.facts}>
        <div>
          <dt>{t('draft.kind')}</dt>
          <dd>{t(`kind.${dossier.subject_kind}`)}</dd>
        </div>
        <div>
          <dt>{t('dossier.category')}</dt>
          <dd>
            <Vi>{dossier.category_name}</Vi>
          </dd>
        </div>
        <div>
          <dt>{t('list.form')}</dt>
          <dd>
            <Vi>{dossier.form_name}</Vi>
          </dd>
        </div>
      </dl>
      <p className={styles.soft}>{t('draft.kindFixed')}</p>
      <TextInput
        id={fieldId('/nominee/name')}
        label={t(`draft.name.${dossier.subject_kind}`)}
        description={t('draft.nameHelp')}
        maxLength={500}
        value={name.value}
        onChange={(event) => name.write(event.currentTarget.value)}
        {...name.handlers}
      />
      {(individual || title.value) && (
        <TextInput
          id={fieldId('/nominee/title')}
          label={t('content.title')}
          maxLength={500}
          value={title.value}
          onChange={(event) => title.write(event.currentTarget.value)}
          {...title.handlers}
        />
      )}
      <MissingHere name="nominee" />
    </section>
  );
}
