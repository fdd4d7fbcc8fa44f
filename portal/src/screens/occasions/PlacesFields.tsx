// How many places a form has, for all nominees together or for each kind; empty where there is no limit.
import { TextInput } from '@mantine/core';
import type { Schema } from '../../api/client';
import layout from '../../parts/layout.module.css';
import { Vi } from '../../parts/Vi';
import { useWords } from '../../words/WordsProvider';

interface PlacesFieldsProps {
  readonly form: string;
  readonly name: string;
  readonly kinds: readonly Schema['SubjectKind'][];
}

export function PlacesFields({ form, name, kinds }: PlacesFieldsProps) {
  const { t } = useWords();
  const field = (kind: string, label: string) => (
    <TextInput key={kind} name={`places.${form}.${kind}`} label={label} inputMode="numeric" pattern="[0-9]{1,6}" />
  );
  return (
    <fieldset className={layout.group}>
      <legend>
        {t('occasions.placesOf')} <Vi>{name}</Vi>
      </legend>
      <p className={layout.soft}>{t('occasions.placesHelp')}</p>
      <div className={layout.pair}>
        {field('', t('decisions.allKinds'))}
        {kinds.map((kind) => field(kind, t(`kind.${kind}`)))}
      </div>
    </fieldset>
  );
}
