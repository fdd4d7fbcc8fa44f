// One figure: its value, read in the reader's language, and where it comes from.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../../words/WordsProvider';
import { fieldId } from '../addresses';
import { useField } from '../DraftContext';
import { readFigure, writeFigure } from '../readFigure';
import styles from './Figures.module.css';

interface FigureRowProps {
  readonly pointer: string;
  /** The year, or the name of the figure where it has none. */
  readonly label: string;
  readonly name: string;
}

export function FigureRow({ pointer, label, name }: FigureRowProps) {
  const { t, language } = useWords();
  const value = useField(`${pointer}/value`);
  const source = useField(`${pointer}/source`);
  const [typed, setTyped] = useState({ text: '', language });
  const [left, setLeft] = useState(true);
  const asTyped = typed.language === language && readFigure(typed.text, language) === value.value;
  const shown = asTyped ? typed.text : writeFigure(value.value, language);
  const wrong = left && value.value !== '' && !/^-?\d{1,12}(\.\d{1,4})?$/.test(value.value);
  const lonely = left && value.value === '' && source.value !== '';
  return (
    <tr className={styles.row}>
      <th scope="row">{label}</th>
      <td className={styles.number} data-label={t('content.value')}>
        <TextInput
          id={fieldId(pointer)}
          aria-label={t('draft.valueOf', { name })}
          inputMode="decimal"
          error={(wrong && t('draft.notNumber')) || (lonely && t('draft.valueWanted'))}
          value={shown}
          onChange={(event) => {
            setLeft(false);
            setTyped({ text: event.currentTarget.value, language });
            value.write(readFigure(event.currentTarget.value, language));
          }}
          {...value.handlers}
          onBlur={() => {
            setLeft(true);
            value.handlers.onBlur();
          }}
        />
      </td>
      <td data-label={t('content.source')}>
        <TextInput
          id={fieldId(`${pointer}/source`)}
          aria-label={t('draft.sourceOf', { name })}
          placeholder={t('draft.sourceHelp')}
          maxLength={500}
          value={source.value}
          onChange={(event) => source.write(event.currentTarget.value)}
          {...source.handlers}
        />
      </td>
    </tr>
  );
}
