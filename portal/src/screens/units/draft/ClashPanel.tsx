// Two people changed the same fields: both texts side by side, and the choice for each; none is lost.
import { Button, Radio } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../words/WordsProvider';
import { usePlaceName } from '../../dossier/usePlaceName';
import { isAnswer } from './answers';
import styles from './Draft.module.css';
import { useDesk, useSaveState } from './DraftContext';
import type { Clash } from './merge';
import { placeOf } from './placeOf';
import { useFieldWords } from './useFieldWords';

type Choice = 'mine' | 'theirs' | 'both';

const textOf = ({ mine, theirs }: Clash, choice: Choice) =>
  ({ mine, theirs, both: [theirs, mine].filter(Boolean).join('\n\n') })[choice];

export function ClashPanel() {
  const { t } = useWords();
  const { dossier, saver } = useDesk();
  const { clashes } = useSaveState(saver);
  const placeName = usePlaceName(dossier);
  const say = useFieldWords();
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({});
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const choiceOf = (clash: Clash): Choice => chosen[clash.pointer] ?? 'mine';
  const settle = () => saver.resolve(Object.fromEntries(clashes.map((clash) => [clash.pointer, textOf(clash, choiceOf(clash))])));
  const choices = (pointer: string): readonly Choice[] => (pointer === '/achievement' || isAnswer(pointer) ? ['mine', 'theirs', 'both'] : ['mine', 'theirs']);
  return (
    <section ref={box} className={styles.clash} aria-labelledby="clash-title" tabIndex={-1}>
      <h2 id="clash-title">{t('draft.clash.title')}</h2>
      <p>{t('draft.clash.text')}</p>
      {clashes.map((clash) => (
        <div key={clash.pointer} className={styles.clashField}>
          <h3>{placeName(placeOf(clash.pointer))}</h3>
          <div className={styles.sides}>
            {(['mine', 'theirs'] as const).map((side) => (
              <div key={side}>
                <p className={styles.sideName}>{t(`draft.clash.${side}`)}</p>
                <blockquote className={styles.text}>{say(clash.pointer, clash[side])}</blockquote>
              </div>
            ))}
          </div>
          <Radio.Group
            label={t('draft.clash.choose')}
            value={choiceOf(clash)}
            onChange={(choice) => setChosen({ ...chosen, [clash.pointer]: choice as Choice })}
          >
            <div className={styles.radios}>
              {choices(clash.pointer).map((choice) => (
                <Radio key={choice} value={choice} label={t(`draft.clash.keep.${choice}`)} />
              ))}
            </div>
          </Radio.Group>
        </div>
      ))}
      <Button onClick={settle}>{t('draft.clash.do')}</Button>
    </section>
  );
}
